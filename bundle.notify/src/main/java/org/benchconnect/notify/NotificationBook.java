package org.benchconnect.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a notice. Pure: what is so goes in, what is to be stored and reported comes out.
 *
 * <p>What leaves this PC, if its stream is on, is the opening, a rise in severity, the acknowledgement and the clearing of a
 * notice; a repetition only counts.
 */
final class NotificationBook {
    private NotificationBook() {}

    /**
     * A notice as it is to be stored.
     *
     * @param notice its new state
     * @param reported whether the change goes to the outbox
     */
    record Change(Notification notice, boolean reported) {}

    /**
     * A condition is so.
     *
     * @param active its notice that is not cleared, if there is one
     * @param nextId gives the number of a new notice
     */
    static Change signalled(
            String source, Signal signal, Optional<Notification> active, Instant now, LongSupplier nextId) {
        return active.map(notice -> repeated(notice, signal, now))
                .orElseGet(() -> new Change(opened(nextId.getAsLong(), source, signal, now), true));
    }

    private static Notification opened(long id, String source, Signal signal, Instant now) {
        return new Notification(
                id,
                source,
                signal.condition(),
                signal.code().kind(),
                signal.severity(),
                signal.facts(),
                State.OPEN,
                1,
                now,
                now,
                null,
                null);
    }

    /** A rise in severity is news: whoever acknowledged the lesser has not seen this. A fall is none. */
    private static Change repeated(Notification notice, Signal signal, Instant now) {
        boolean rises = signal.severity().compareTo(notice.severity()) > 0;
        Notification repeated = new Notification(
                notice.id(),
                notice.source(),
                notice.condition(),
                signal.code().kind(),
                signal.severity(),
                signal.facts(),
                rises ? State.OPEN : notice.state(),
                notice.count() + 1,
                notice.firstSeen(),
                later(notice.lastSeen(), now),
                rises ? null : notice.acknowledgedAt(),
                null);
        return new Change(repeated, rises);
    }

    /** The PC's clock may be set back; a notice is never last seen before it was. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Its condition was checked and found well. */
    static Change healthy(Notification active, Instant now) {
        return new Change(with(active, State.CLEARED, active.acknowledgedAt(), now), true);
    }

    /** Somebody has seen it. Acknowledging twice changes nothing the second time; empty if it is cleared. */
    static Optional<Change> acknowledged(Notification notice, Instant now) {
        return switch (notice.state()) {
            case OPEN -> Optional.of(new Change(with(notice, State.ACKNOWLEDGED, now, null), true));
            case ACKNOWLEDGED -> Optional.of(new Change(notice, false));
            case CLEARED -> Optional.empty();
        };
    }

    private static Notification with(
            Notification notice, State state, @Nullable Instant acknowledgedAt, @Nullable Instant clearedAt) {
        return new Notification(
                notice.id(),
                notice.source(),
                notice.condition(),
                notice.kind(),
                notice.severity(),
                notice.facts(),
                state,
                notice.count(),
                notice.firstSeen(),
                notice.lastSeen(),
                acknowledgedAt,
                clearedAt);
    }
}
