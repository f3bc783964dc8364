package org.benchconnect.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a notice. Pure: what is so goes in, what is to be stored and reported comes out.
 *
 * <p>What leaves this PC, if its stream is on, is the opening, a rise in severity, the acknowledgement, that it was pressed on for the first time, and the
 * clearing of a notice; a repetition only counts.
 */
final class NotificationBook {
    private NotificationBook() {}

    /**
     * A notice as it is to be stored.
     *
     * @param notice its new state
     * @param reported whether the change goes to the outbox
     */
    record Change(Notification notice, boolean reported) {
        /** The same of a notice that is about another kind of thing than its code says. */
        Change of(Kind kind) {
            Notification same = new Notification(
                    notice.id(),
                    notice.source(),
                    notice.condition(),
                    kind,
                    notice.severity(),
                    notice.facts(),
                    notice.state(),
                    notice.count(),
                    notice.firstSeen(),
                    notice.lastSeen(),
                    notice.acknowledgedAt(),
                    notice.clearedAt(),
                    notice.escalatedAt(),
                    notice.seenByServiceAt());
            return new Change(same, reported);
        }
    }

    /** A condition is so, and has no notice yet. */
    static Change opened(long id, String source, Signal signal, Instant now) {
        Notification notice = new Notification(
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
        return new Change(notice, true);
    }

    /**
     * A condition is still so. A rise in severity is news: whoever acknowledged the lesser has not seen this. A fall is none, and neither is a rise to what it
     * was a moment ago.
     *
     * @param active its notice
     * @param known the severity it had within the time of flapping
     */
    static Change repeated(Notification active, Signal signal, Severity known, Instant now) {
        boolean news = signal.severity().compareTo(active.severity()) > 0
                && signal.severity().compareTo(known) > 0;
        return new Change(signalled(active, signal, news, news ? State.OPEN : active.state(), now), news);
    }

    /**
     * A condition is so again that was well for a moment: the same notice. It stays acknowledged if somebody acknowledged it as severe as it is now.
     *
     * @param cleared its notice, cleared within the time of flapping
     * @param known the severity it had within that time
     * @param told whether the service side was told of the clearing
     */
    static Change returned(Notification cleared, Signal signal, Severity known, boolean told, Instant now) {
        boolean news = signal.severity().compareTo(cleared.severity()) > 0
                && signal.severity().compareTo(known) > 0;
        State state = news || cleared.acknowledgedAt() == null ? State.OPEN : State.ACKNOWLEDGED;
        return new Change(signalled(cleared, signal, news, state, now), news || told);
    }

    private static Notification signalled(Notification notice, Signal signal, boolean news, State state, Instant now) {
        return new Notification(
                notice.id(),
                notice.source(),
                notice.condition(),
                signal.code().kind(),
                signal.severity(),
                signal.facts(),
                state,
                notice.count() + 1,
                notice.firstSeen(),
                later(notice.lastSeen(), now),
                news ? null : notice.acknowledgedAt(),
                null,
                news ? null : notice.escalatedAt(),
                news ? null : notice.seenByServiceAt());
    }

    /** The PC's clock may be set back; a notice is never last seen before it was. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Its condition was checked and found well.
     *
     * @param atOnce whether the service side is told now, not only when it stayed well for the time of flapping
     */
    static Change healthy(Notification active, boolean atOnce, Instant now) {
        return new Change(
                with(
                        active,
                        State.CLEARED,
                        active.acknowledgedAt(),
                        now,
                        active.escalatedAt(),
                        active.seenByServiceAt()),
                atOnce);
    }

    /** Somebody has seen it. Acknowledging twice changes nothing the second time; empty if it is cleared. */
    static Optional<Change> acknowledged(Notification notice, Instant now) {
        return switch (notice.state()) {
            case OPEN ->
                Optional.of(new Change(
                        with(notice, State.ACKNOWLEDGED, now, null, notice.escalatedAt(), notice.seenByServiceAt()),
                        true));
            case ACKNOWLEDGED -> Optional.of(new Change(notice, false));
            case CLEARED -> Optional.empty();
        };
    }

    /** Somebody at the service side has seen it: nothing else changes. The first time stands; empty if it is cleared. */
    static Optional<Change> seenByService(Notification notice, Instant now) {
        if (notice.state() == State.CLEARED) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                notice.seenByServiceAt() != null
                        ? notice
                        : with(notice, notice.state(), notice.acknowledgedAt(), null, notice.escalatedAt(), now),
                false));
    }

    /**
     * Presses on if nobody has acknowledged it for too long: after the interval, then after twice that time since it opened, four times, and so on, so that what
     * nobody answers becomes no drum. The service side is told the first time.
     *
     * <p>A pressing on that lies behind now was while the PC's clock was ahead, and says nothing of how long it has been.
     *
     * @param openSince since when nobody has acknowledged it
     * @param interval zero: never
     */
    static Optional<Change> pressed(Notification notice, Instant openSince, Duration interval, Instant now) {
        if (notice.state() != State.OPEN || interval.isZero()) {
            return Optional.empty();
        }
        Instant last = notice.escalatedAt();
        Duration wait = last == null || !last.isAfter(openSince) || last.isAfter(now)
                ? interval
                : Duration.between(openSince, last).multipliedBy(2);
        return now.isBefore(openSince.plus(wait))
                ? Optional.empty()
                : Optional.of(new Change(
                        with(notice, State.OPEN, notice.acknowledgedAt(), null, now, notice.seenByServiceAt()),
                        last == null));
    }

    private static Notification with(
            Notification notice,
            State state,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant clearedAt,
            @Nullable Instant escalatedAt,
            @Nullable Instant seenByServiceAt) {
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
                clearedAt,
                escalatedAt,
                seenByServiceAt);
    }
}
