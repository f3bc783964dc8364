package org.benchconnect.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SignalCode;

/**
 * An instrument whose files are read one after the other: it remembers what the adapter remembers. One thread.
 *
 * @param <R> what a file is written from
 */
public final class InstrumentBench<R> {
    private final InstrumentAdapter adapter;
    private final Function<R, byte[]> writer;
    private Memory memory = Memory.blank();

    /** With nothing read yet. */
    public InstrumentBench(InstrumentAdapter adapter, Function<R, byte[]> writer) {
        this.adapter = adapter;
        this.writer = writer;
    }

    /** Writes the file of a run, and reads it. */
    public Observation read(R run) {
        return read(writer.apply(run));
    }

    /** Reads a file. */
    public Observation read(byte[] bytes) {
        Observation seen = observe(bytes);
        memory = seen.memory();
        return seen;
    }

    /** What the adapter remembers by now. */
    public Memory memory() {
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
    public static String said(Observation seen, SignalCode code) {
        return said(seen, code, Facts.none());
    }

    /** The same of one subject. */
    public static String said(Observation seen, SignalCode code, Facts subject) {
        Condition condition = Condition.of(code, subject);
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
    public static String leaving(Observation seen) {
        StringBuilder all = new StringBuilder(seen.reading().toString());
        seen.signals().forEach(signal -> all.append(signal.condition())
                .append(signal.facts().encode()));
        seen.healthy().stream().map(String::valueOf).sorted().forEach(all::append);
        return all.append(seen.memory().encode()).toString();
    }
}
