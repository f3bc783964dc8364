package org.benchconnect.cli.diagnostics;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.benchconnect.cli.doctor.Diagnosis;
import org.benchconnect.cli.doctor.DoctorCommand;
import org.benchconnect.cli.doctor.Place;

/** Writes the bundle: a zip file with one text file of JSON lines, which is shown as it is. Sends nothing. */
public final class DiagnosticsBundle implements DoctorCommand.Bundle {
    private static final String ENTRY = "benchconnect-diagnostics.jsonl";

    private final RunningStatus running;
    private final Clock clock;

    /** With what a running agent says of itself, if one runs. */
    public DiagnosticsBundle(RunningStatus running, Clock clock) {
        this.running = running;
        this.clock = clock;
    }

    /** A running agent's status. */
    public interface RunningStatus {
        /**
         * The object of {@code /api/v1/status}.
         *
         * @throws IOException if none runs, or it does not answer
         */
        JsonObject of(Path home) throws IOException;
    }

    @Override
    public String write(Place place, Diagnosis diagnosis, Path file) throws IOException {
        String content = rows(place, diagnosis).stream().map(Row::toString).collect(Collectors.joining("\n", "", "\n"));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ENTRY));
            zip.write(content.getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return content;
    }

    private List<Row> rows(Place place, Diagnosis diagnosis) {
        Vocabulary vocabulary = Vocabulary.of(place.installation());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Kind.BUNDLE).with(Label.MADE, clock.instant()).with(Label.WORDS, vocabulary.size()));
        rows.addAll(PlatformRows.of(place));
        diagnosis
                .findings()
                .forEach(each -> rows.add(new Row(Kind.DOCTOR)
                        .with(Label.HOP, each.hop())
                        .with(Label.STATE, each.state())
                        .with(Label.CAUSE, each.cause())));
        rows.addAll(status(place, vocabulary));
        rows.addAll(new LogCounts(vocabulary).rows(place.home().resolve("log")));
        return rows;
    }

    private List<Row> status(Place place, Vocabulary vocabulary) {
        try {
            List<Row> rows = new ArrayList<>();
            rows.add(new Row(Kind.AGENT).with(Label.RUNNING, true));
            rows.addAll(StatusRows.of(running.of(place.home()), vocabulary));
            return rows;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return List.of(new Row(Kind.AGENT).with(Label.RUNNING, false));
        }
    }
}
