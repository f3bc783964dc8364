package org.benchconnect.consent.grant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;

/**
 * Notes what can come a thousand times: the first at once, its repetitions counted and noted once a minute with their {@link Detail#COUNT}. At most 100 different
 * ones a minute; what is beyond is counted too, by kind. So nobody fills the ledger with them, and none is lost silently. Quick, safe for any thread.
 */
final class Repetitions {
    private static final int MOST = 100;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LateNotes notes;
    private final LongSupplier nanos;
    private final Map<Event, Long> repeated = new LinkedHashMap<>(); // guarded by this, as the next two
    private final Map<EventKind, Long> beyond = new LinkedHashMap<>();
    private long since;

    /** By this monotonic clock. */
    Repetitions(LateNotes notes, LongSupplier nanos) {
        this.notes = notes;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** It happened. */
    synchronized void happened(Event event) {
        flushIfDue();
        if (repeated.containsKey(event)) {
            repeated.merge(event, 1L, Long::sum);
        } else if (repeated.size() < MOST) {
            repeated.put(event, 0L);
            notes.note(event);
        } else {
            beyond.merge(event.kind(), 1L, Long::sum);
        }
    }

    /** To be called now and then. */
    synchronized void flushIfDue() {
        if (nanos.getAsLong() - since >= MINUTE) {
            flush();
        }
    }

    /** Notes what was counted so far. */
    synchronized void flush() {
        repeated.forEach((event, count) -> {
            if (count > 0) {
                notes.note(event.with(Detail.COUNT, count));
            }
        });
        beyond.forEach((kind, count) -> notes.note(Event.of(kind).with(Detail.COUNT, count)));
        repeated.clear();
        beyond.clear();
        since = nanos.getAsLong();
    }
}
