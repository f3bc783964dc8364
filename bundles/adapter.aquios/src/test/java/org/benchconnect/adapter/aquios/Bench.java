package org.benchconnect.adapter.aquios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.simulator.AquiosRun;
import org.benchconnect.simulator.AquiosWriter;

/** An instrument whose files are read one after the other: it remembers what the adapter remembers. One thread. */
final class Bench {
    private final InstrumentAdapter adapter;
    private Memory memory = Memory.blank();

    Bench(InstrumentAdapter adapter) {
        this.adapter = adapter;
    }

    Observation read(AquiosRun run) {
        return read(AquiosWriter.bytes(run));
    }

    Observation read(byte[] bytes) {
        Observation seen = observe(bytes);
        memory = seen.memory();
        return seen;
    }

    Memory memory() {
        return memory;
    }

    private Observation observe(byte[] bytes) {
        try {
            Path file = Files.createTempFile("bench", null);
            try (SeekableByteChannel channel = Files.newByteChannel(Files.write(file, bytes))) {
                return adapter.observe(channel, memory);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The severity and the facts of a code's signal, or {@code healthy}, or {@code unknown}. */
    static String said(Observation seen, SignalCode code) {
        Condition condition = Condition.of(code, Facts.none());
        if (seen.healthy().contains(condition)) {
            return "healthy";
        }
        return seen.signals().stream()
                .filter(signal -> signal.condition().equals(condition))
                .map(signal -> signal.severity() + " " + signal.facts().encode())
                .findFirst()
                .orElse("unknown");
    }

    /** All that leaves the adapter, as text. */
    static String leaving(Observation seen) {
        StringBuilder all = new StringBuilder(seen.reading().toString());
        seen.signals().forEach(signal -> all.append(signal.condition())
                .append(signal.facts().encode()));
        seen.healthy().stream().map(String::valueOf).sorted().forEach(all::append);
        return all.append(seen.memory().encode()).toString();
    }
}
