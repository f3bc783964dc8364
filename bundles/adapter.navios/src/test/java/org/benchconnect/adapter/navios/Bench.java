package org.benchconnect.adapter.navios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.core.testing.InstrumentBench;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;

/** An instrument whose files are read one after the other: it remembers what the adapter remembers. One thread. */
final class Bench {
    static final Run HEALTHY = Run.healthy().withEvents(200);

    private final NaviosLimits limits;
    private Memory memory = Memory.blank();

    Bench() {
        this(NaviosLimits.SHIPPED);
    }

    Bench(NaviosLimits limits) {
        this.limits = limits;
    }

    Observation read(Run run) {
        return read(LmdWriter.bytes(run));
    }

    Observation read(byte[] bytes) {
        Observation seen = NaviosAdapter.conclude(file(bytes), limits, memory);
        memory = seen.memory();
        return seen;
    }

    Observation read(int times, Run run) {
        List<Observation> seen = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            seen.add(read(run));
        }
        return seen.get(times - 1);
    }

    Memory memory() {
        return memory;
    }

    static FcsFile file(byte[] bytes) {
        try {
            Path file = Files.createTempFile("bench", null);
            try (SeekableByteChannel channel = Files.newByteChannel(Files.write(file, bytes))) {
                return FcsFile.read(channel);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The texts of this adapter and of the readers that it is made of. */
    static Texts texts(Language language) {
        try {
            List<Texts> parts = new ArrayList<>();
            for (URL file : Collections.list(Bench.class.getClassLoader().getResources(language.file()))) {
                parts.add(Texts.read(language, file.openStream()));
            }
            return Texts.all(language, parts);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Optional<Signal> signal(Observation seen, SignalCode code) {
        return seen.signals().stream().filter(signal -> signal.code() == code).findFirst();
    }

    /** The severity and the facts of a code's signal, or {@code healthy}, or {@code unknown}. */
    static String said(Observation seen, SignalCode code, Facts subject) {
        return InstrumentBench.said(seen, code, subject);
    }

    static String said(Observation seen, SignalCode code) {
        return said(seen, code, Facts.none());
    }

    static String said(Observation seen, SignalCode code, NaviosAdapter.Laser laser) {
        return said(seen, code, Facts.none().with(NaviosFact.LASER, laser));
    }
}
