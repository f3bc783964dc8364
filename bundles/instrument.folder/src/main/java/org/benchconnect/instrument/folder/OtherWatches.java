package org.benchconnect.instrument.folder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.InstrumentWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What tells of the instruments beside their files, joined with what the files tell: of two that speak of the same adapter the state that permits the least stands. One
 * that fails counts as UNKNOWN; so does one that is gone, for as long as a swap may take. Any thread.
 */
final class OtherWatches {
    private static final Logger LOG = LoggerFactory.getLogger(OtherWatches.class);
    /** Of a watch that never told of which adapter it speaks. */
    private static final String NOBODY = "unknown";

    private final Clock steady;
    private final Duration linger;
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        final InstrumentWatch watch;
        String adapter;
        boolean failed;
        Instant gone = Instant.MAX;

        Entry(InstrumentWatch watch, String adapter) {
            this.watch = watch;
            this.adapter = adapter;
        }
    }

    OtherWatches(Clock steady, Duration linger) {
        this.steady = steady;
        this.linger = linger;
    }

    /** A watch that came; {@code adapter} is empty if only its states tell of whom it speaks. It takes the place of one that went. */
    synchronized void add(InstrumentWatch watch, String adapter) {
        Entry entry = new Entry(watch, adapter.isEmpty() ? NOBODY : adapter);
        state(entry);
        entries.removeIf(each -> each.gone != Instant.MAX && each.adapter.equals(entry.adapter));
        entries.add(entry);
    }

    /** A watch that went. */
    synchronized void remove(InstrumentWatch watch) {
        entries.stream().filter(each -> each.watch == watch).forEach(each -> each.gone = steady.instant());
    }

    /** All states, sorted by adapter. */
    synchronized List<InstrumentState> joinedWith(List<InstrumentState> ofFolders) {
        Instant now = steady.instant();
        entries.removeIf(entry -> entry.gone != Instant.MAX && !now.isBefore(entry.gone.plus(linger)));
        Map<String, InstrumentState> joined = new TreeMap<>();
        ofFolders.forEach(state -> joined.merge(state.adapter(), state, OtherWatches::join));
        entries.forEach(entry -> {
            InstrumentState state = entry.gone == Instant.MAX ? state(entry) : unknown(entry.adapter);
            joined.merge(state.adapter(), state, OtherWatches::join);
        });
        return List.copyOf(joined.values());
    }

    private static InstrumentState state(Entry entry) {
        try {
            InstrumentState state = entry.watch.state();
            entry.adapter = state.adapter();
            entry.failed = false;
            return state;
        } catch (RuntimeException | LinkageError failure) {
            if (!entry.failed) {
                entry.failed = true;
                LOG.warn(
                        "a watch of {} failed with {}: it counts as unknown",
                        entry.adapter,
                        failure.getClass().getName());
            }
            return unknown(entry.adapter);
        }
    }

    private static InstrumentState unknown(String adapter) {
        return new InstrumentState(adapter, null, null, Activity.UNKNOWN, Set.of(), false, null);
    }

    private static InstrumentState join(InstrumentState one, InstrumentState other) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(one.evidence());
        evidence.addAll(other.evidence());
        return new InstrumentState(
                one.adapter(),
                one.model() != null ? one.model() : other.model(),
                one.serial() != null ? one.serial() : other.serial(),
                least(one.activity(), other.activity()),
                evidence,
                one.watching() && other.watching(),
                one.lastFile() != null ? one.lastFile() : other.lastFile());
    }

    /** ACQUIRING before UNKNOWN before IDLE. */
    private static Activity least(Activity one, Activity other) {
        if (one == Activity.ACQUIRING || other == Activity.ACQUIRING) {
            return Activity.ACQUIRING;
        }
        return one == Activity.IDLE && other == Activity.IDLE ? Activity.IDLE : Activity.UNKNOWN;
    }
}
