package org.benchconnect.cli.scan;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.instrument.Refusal;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.judgement.AnyCytometer;

/** Reads one file with the adapters that were chosen. Never throws: whatever goes wrong is an outcome without a word of it. */
final class Reader {
    private final Adapters.Choice choice;

    Reader(Adapters.Choice choice) {
        this.choice = choice;
    }

    Observation read(Path path) {
        // A pipe or a device could block for ever, and a folder has no bytes.
        if (!Files.isRegularFile(path)) {
            return refused(ScanRefusal.NOT_READABLE);
        }
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            return read(file);
        } catch (IOException unreadable) {
            return refused(ScanRefusal.NOT_READABLE);
        }
    }

    private Observation read(SeekableByteChannel file) throws IOException {
        Observation seen = refused(ScanRefusal.NOT_READABLE);
        for (InstrumentAdapter adapter : choice.adapters()) {
            seen = read(adapter, file.position(0));
            if (isAnswer(seen)) {
                return seen;
            }
        }
        return choice.any() ? AnyCytometer.conclude(FcsFile.read(file.position(0)), Memory.blank()) : seen;
    }

    /** An adapter that fails is no reason to stop a scan of hundreds; what it throws may hold what it read, so it is not shown. */
    private static Observation read(InstrumentAdapter adapter, SeekableByteChannel file) throws IOException {
        try {
            return adapter.observe(file, Memory.blank());
        } catch (RuntimeException defect) {
            return refused(ScanRefusal.ADAPTER_FAILED);
        }
    }

    private static boolean isAnswer(Observation seen) {
        return seen.reading().outcome() != Reading.Outcome.REFUSED
                || seen.reading().reason() == ScanRefusal.ADAPTER_FAILED;
    }

    static Observation refused(Refusal reason) {
        return Observation.only(Reading.refused(reason), Memory.blank());
    }
}
