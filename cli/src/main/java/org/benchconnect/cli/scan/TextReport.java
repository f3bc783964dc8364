package org.benchconnect.cli.scan;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/** For people: a line for each file, and an indented one for each signal in their language. */
final class TextReport implements Scan.Report {
    private final Texts texts;
    private final PrintStream out;

    private TextReport(Texts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    /** With the texts of every adapter on the class path. */
    static TextReport in(Language language, PrintStream out) throws IOException {
        List<Texts> parts = new ArrayList<>();
        for (URL file : Collections.list(TextReport.class.getClassLoader().getResources(language.file()))) {
            parts.add(Texts.read(language, file.openStream()));
        }
        return new TextReport(Texts.all(language, parts), out);
    }

    @Override
    public void line(int position, Observation seen) {
        Reading reading = seen.reading();
        StringBuilder line = new StringBuilder().append(position).append("  ").append(reading.outcome());
        if (reading.reason() != null) {
            line.append(' ').append(reading.reason().name());
        }
        Instrument instrument = reading.instrument();
        if (instrument != null) {
            line.append("  ").append(instrument.model().label());
            if (instrument.serial() != null) {
                line.append(' ').append(instrument.serial());
            }
            line.append("  ").append(reading.format()).append(", datasets: ").append(reading.datasets());
        }
        out.println(line);
        seen.signals().forEach(this::line);
    }

    private void line(Signal signal) {
        String code = signal.code().name();
        out.println(
                "   " + signal.severity() + "  " + code + "  " + texts.get("code." + code + ".detail", signal.facts()));
    }
}
