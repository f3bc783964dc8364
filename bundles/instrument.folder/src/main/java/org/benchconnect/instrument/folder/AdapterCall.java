package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One adapter asked about one file, whatever it does. An exception becomes an observation that refuses the file and raises
 * {@link FolderCode#ADAPTER_FAILED}, so that a bad file cannot stop those behind it; it is logged once for each class, and
 * never with its message, which could hold something of the file. A file that the adapter refuses is {@link RefusedFiles}' to
 * tell.
 *
 * <p>Used by one thread.
 */
final class AdapterCall {
    private static final Logger LOG = LoggerFactory.getLogger(AdapterCall.class);

    /** What is said of one lost file stands at least so long: in a burst the next good file comes within milliseconds. */
    static final Duration STANDS = Duration.ofMinutes(10);

    private final String id;
    private final AdapterSlot slot;
    private final long largestFile;
    private final Clock steady;
    private final Set<String> logged = new HashSet<>();
    /** When each was said last; at first when this began, as nobody knows what was said before a restart. */
    private final Map<FolderCode, Instant> said = new EnumMap<>(FolderCode.class);

    AdapterCall(String id, AdapterSlot slot, long largestFile, Clock steady) {
        this.id = id;
        this.slot = slot;
        this.largestFile = largestFile;
        this.steady = steady;
        Instant began = steady.instant();
        said.put(FolderCode.FILE_TOO_LARGE, began);
        said.put(FolderCode.ADAPTER_FAILED, began);
    }

    /**
     * What the adapter concludes.
     *
     * @return null if the adapter went away meanwhile: then its failure says nothing of the file
     * @throws IOException if the file cannot be read now
     */
    @Nullable
    Observation observe(InstrumentAdapter adapter, ResultFolder folder, String name, long size, Memory memory)
            throws IOException {
        if (size > largestFile) {
            Facts facts = Facts.none()
                    .with(FolderFact.SIZE_MEGABYTE, size / FolderSettings.MEGABYTE)
                    .with(FolderFact.LIMIT_MEGABYTE, largestFile / FolderSettings.MEGABYTE);
            return refused(FolderRefusal.TOO_LARGE, FolderCode.FILE_TOO_LARGE, facts, memory);
        }
        try (SeekableByteChannel file = folder.open(name)) {
            return judged(adapter.observe(file, memory), memory);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            if (slot.current() != adapter) {
                return null;
            }
            log(failure);
            return refused(FolderRefusal.ADAPTER_FAILED, FolderCode.ADAPTER_FAILED, Facts.none(), memory);
        }
    }

    private Observation refused(FolderRefusal reason, FolderCode code, Facts facts, Memory memory) {
        said.put(code, steady.instant());
        Signal signal = new Signal(code, Severity.WARNING, facts);
        return new Observation(Reading.refused(reason), List.of(signal), Set.of(), memory);
    }

    /** A file that was read, at least in part, clears what was said of files that were not, once it stood for long enough. */
    private Observation judged(Observation seen, Memory before) {
        if (seen.reading().outcome() == Reading.Outcome.REFUSED) {
            return RefusedFiles.refused(seen, before);
        }
        Set<Condition> healthy = new HashSet<>(seen.healthy());
        healthy.add(Condition.of(FolderCode.FILE_REFUSED, Facts.none()));
        Instant now = steady.instant();
        said.forEach((code, at) -> {
            if (!now.isBefore(at.plus(STANDS))) {
                healthy.add(Condition.of(code, Facts.none()));
            }
        });
        return new Observation(seen.reading(), seen.signals(), healthy, RefusedFiles.over(seen.memory()));
    }

    private void log(Throwable failure) {
        String kind = failure.getClass().getName();
        if (logged.add(kind)) {
            StackTraceElement[] trace = failure.getStackTrace();
            LOG.error(
                    "adapter {} failed with {} at {}; the file counts as refused",
                    id,
                    kind,
                    trace.length == 0 ? "an unknown place" : trace[0]);
        }
    }
}
