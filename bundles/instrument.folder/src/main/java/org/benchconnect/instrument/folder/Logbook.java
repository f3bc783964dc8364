package org.benchconnect.instrument.folder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database knows of one folder's files, opened when the database is there and again when another takes its place;
 * without it nothing is read. Used by one thread, which may block on the database.
 */
final class Logbook {
    private static final Logger LOG = LoggerFactory.getLogger(Logbook.class);

    /** Marks of missing files are sought so often; missing twice is gone. */
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final String adapter;
    private final String folder;
    private final Duration lookBack;
    private final FolderView view;
    private final Recorder recorder;
    private final Clock clock;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private @Nullable ReadMarks marks;
    private Instant notBefore = Instant.MIN;
    private int failures;
    private Instant nextForget = Instant.MAX;

    Logbook(String adapter, String folder, Duration lookBack, FolderView view, Recorder recorder, Clock clock) {
        this.adapter = adapter;
        this.folder = folder;
        this.lookBack = lookBack;
        this.view = view;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Fetches what is wanting, marks and memory, as far as it can be had now.
     *
     * @return the marks, or null if they are not to be had
     */
    @Nullable
    ReadMarks open(@Nullable AgentStore store, Instant now) throws InterruptedException {
        if (store == null || now.isBefore(notBefore)) {
            return null;
        }
        try {
            ReadMarks known = marks;
            if (known == null || !known.of(store)) {
                marks = null;
                recorder.unload();
                known = fetch(store);
                marks = known;
                nextForget = now.plus(FORGET_EVERY);
            }
            if (recorder.wantsMemory(now)) {
                recorder.load(known.memory());
            }
            if (!now.isBefore(nextForget)) {
                nextForget = now.plus(FORGET_EVERY);
                known.forgetMissing(view.names());
            }
            failures = 0;
            return known;
        } catch (StoreException | ReadMarks.NotStored unavailable) {
            postpone(now, unavailable);
            return null;
        }
    }

    private void postpone(Instant now, RuntimeException unavailable) {
        failures++;
        notBefore = now.plus(backoff.after(failures));
        if (failures == 1) {
            LOG.warn("the database cannot be used for adapter {}; it is tried again", adapter, unavailable);
        }
    }

    private ReadMarks fetch(AgentStore store) throws InterruptedException {
        ReadMarks fetched = new ReadMarks(store, adapter);
        if (fetched.neverLooked(folder)) {
            Instant wall = clock.instant();
            fetched.firstLook(folder, old(fetched, wall.minus(lookBack)), wall);
        }
        view.unsettled().forEach((name, stamp) -> {
            if (fetched.contains(fetched.mark(name, stamp))) {
                view.settle(name);
            }
        });
        return fetched;
    }

    private List<FileMark> old(ReadMarks fetched, Instant limit) {
        List<FileMark> old = new ArrayList<>();
        view.unsettled().forEach((name, stamp) -> {
            if (stamp.modified().isBefore(limit)) {
                old.add(fetched.mark(name, stamp));
            }
        });
        return old;
    }

    /** This file was read, durably. */
    void stored(FileMark mark) {
        if (marks != null) {
            marks.add(mark);
        }
    }
}
