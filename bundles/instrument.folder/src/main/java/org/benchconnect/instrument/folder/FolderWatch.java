package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one folder: looks, reads what is finished, records what the adapter concludes. {@link #step} does what can be
 * done now and says when to come again; it blocks on the folder's files and, at the first look ever, on the database. One
 * thread steps; {@link #state} may be asked from any.
 */
final class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** Of these one should be a file that the adapter does not refuse. */
    private static final int NEWEST_FILES = 5;

    private final String id;
    private final ResultFolder folder;
    private final ActivityRule rule;
    private final AdapterSlot slot;
    private final Neighbours neighbours;
    private final Clock clock;
    private final Clock steady;
    private final Runnable wake;

    private final FolderView view;
    private final Recorder recorder = new Recorder();
    private final StandingConditions conditions = new StandingConditions();
    private final Lookout lookout;
    private final Logbook logbook;
    private final AdapterCall call;
    private final FileTimes times;
    private final Deque<String> due = new ArrayDeque<>();

    private boolean introduced;
    // seen by other threads
    private volatile Seen seen = new Seen(null, null);

    private record Seen(@Nullable Instrument instrument, @Nullable Instant lastFile) {}

    /**
     * A watch of this folder.
     *
     * @param folderName tells this folder from others that the adapter watched or will watch; goes nowhere but into a digest
     * @param clock of the PC, for what people read and for the age of old files
     * @param steady for everything else
     * @param wake called on any thread when {@link #step} has something to do
     */
    FolderWatch(
            String id,
            String folderName,
            ResultFolder folder,
            FolderSettings settings,
            AdapterSlot slot,
            Neighbours neighbours,
            Clock clock,
            Clock steady,
            Runnable wake) {
        this.id = id;
        this.folder = folder;
        this.rule = settings.rule();
        this.slot = slot;
        this.neighbours = neighbours;
        this.clock = clock;
        this.steady = steady;
        this.wake = wake;
        this.view = new FolderView(settings.stable(), new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        this.lookout = new Lookout(folder, view, conditions, settings.poll(), clock, steady);
        this.logbook = new Logbook(id, folderName, settings.lookBack(), view, recorder, clock);
        this.times = new FileTimes(settings.times());
        this.call = new AdapterCall(id, slot, settings.largestFile(), steady);
    }

    /** What is known now. Never blocks. */
    InstrumentState state() {
        ActivityRule.Evidence evidence = lookout.evidence();
        Seen newest = seen;
        Activity activity = rule.at(steady.instant(), evidence);
        Instrument instrument = newest.instrument();
        return new InstrumentState(
                id,
                instrument == null ? null : instrument.model().label(),
                instrument == null ? null : instrument.serial(),
                activity,
                Set.of(Evidence.FILES),
                evidence.watchedSince() != null,
                newest.lastFile());
    }

    /** Nobody looks any more, or what the looks say cannot be trusted. */
    void blind() {
        lookout.blind();
    }

    /** Does what can be done now; returns how long nothing will be to do unless {@code wake} is called. */
    Duration step() throws InterruptedException {
        Instant now = steady.instant();
        if (!now.isBefore(lookout.next())) {
            lookout.look(now);
            refresh();
        }
        recorder.settle(now, new Ends());
        conditions.tell(neighbours.notifications(), id, now, wake);
        ReadMarks marks = lookout.watching() ? logbook.open(neighbours.store(), now) : null;
        if (marks != null) {
            introduce();
            readDue(marks);
        }
        Duration wait = Duration.between(steady.instant(), lookout.next());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void refresh() {
        due.clear();
        due.addAll(view.due(steady.instant()));
    }

    /** After a start, the newest file that was read before tells which instrument this is; nothing else is used of it. */
    private void introduce() {
        InstrumentAdapter adapter = slot.current();
        if (introduced || adapter == null) {
            return;
        }
        introduced = true;
        for (String name : view.newestSettled(NEWEST_FILES)) {
            try {
                Stamp stamp = folder.stamp(name);
                Observation again =
                        stamp == null ? null : call.observe(adapter, folder, name, stamp.size(), recorder.memory());
                if (again != null && isOfThisInstrument(again.reading())) {
                    seen = new Seen(again.reading().instrument(), seen.lastFile());
                    return;
                }
            } catch (IOException | RuntimeException unreadable) {
                LOG.debug("adapter {}: one of the newest files cannot be read again", id);
            }
        }
    }

    /** What the adapter refuses may be another instrument's: it tells nothing of this one. */
    private static boolean isOfThisInstrument(Reading reading) {
        return reading.outcome() != Reading.Outcome.REFUSED;
    }

    private void readDue(ReadMarks marks) {
        // until the next look only: a burst must not make the watch blind to what happens meanwhile
        while (!due.isEmpty() && recorder.hasRoom() && steady.instant().isBefore(lookout.next())) {
            InstrumentAdapter adapter = slot.current();
            Notifications notifications = neighbours.notifications();
            if (adapter == null || notifications == null) {
                return;
            }
            String name = due.remove();
            try {
                read(name, adapter, notifications, marks);
            } catch (StoreException unavailable) {
                throw unavailable;
            } catch (IOException | RuntimeException unreadable) {
                // whatever is wrong with one file must not hold up the others; people hear of it if it stays
                LOG.debug("adapter {}: a file cannot be read now: {}", id, unreadable.getClass());
                view.failed(name, steady.instant());
            }
        }
    }

    private void read(String name, InstrumentAdapter adapter, Notifications notifications, ReadMarks known)
            throws IOException {
        Stamp listed = view.listed(name);
        if (listed == null || known.contains(known.mark(name, listed))) {
            view.settle(name);
            return;
        }
        Stamp before = folder.stamp(name);
        if (before == null) {
            // gone, or listed and not to be found: only the next looks can tell
            view.failed(name, steady.instant());
            return;
        }
        if (!finished(name, before)) {
            return;
        }
        Observation observation = call.observe(adapter, folder, name, before.size(), recorder.memory());
        Stamp after = folder.stamp(name);
        // written to while it was read: what was read is worth nothing
        if (observation == null || after == null || !finished(name, after)) {
            return;
        }
        view.take(name);
        recorder.record(notifications, id, name, known.mark(name, before), observation, steady.instant(), wake);
    }

    private boolean finished(String name, Stamp actual) {
        Instant now = steady.instant();
        if (view.confirm(name, actual, now)) {
            return true;
        }
        lookout.grew(now);
        return false;
    }

    /** Of files alone that came while this watch looked: of others nobody knows when they came. */
    private void compareClocks(String name) {
        Stamp listed = view.listed(name);
        Instant arrival = view.arrival(name).orElse(null);
        if (listed == null || arrival == null) {
            return;
        }
        Instant then = clock.instant().minus(Duration.between(arrival, steady.instant()));
        times.add(Duration.between(then, listed.modified()));
        switch (times.verdict()) {
            case SKEWED ->
                conditions.raise(
                        FolderCode.FILE_CLOCK_SKEW,
                        Facts.none()
                                .with(FolderFact.OFFSET_MINUTES, times.median().toMinutes()));
            case WELL -> conditions.clear(FolderCode.FILE_CLOCK_SKEW);
            case OPEN -> {
                return;
            }
        }
    }

    /** What becomes of each file that was handed on. */
    private final class Ends implements Recorder.Ends {
        @Override
        public void stored(String name, FileMark mark, Reading reading) {
            logbook.stored(mark);
            compareClocks(name);
            view.settle(name);
            if (isOfThisInstrument(reading)) {
                Instrument instrument = reading.instrument();
                seen = new Seen(instrument != null ? instrument : seen.instrument(), clock.instant());
            }
        }

        @Override
        public void failed(String name, boolean own) {
            if (own) {
                view.failed(name, steady.instant());
            } else {
                view.release(name);
            }
        }
    }
}
