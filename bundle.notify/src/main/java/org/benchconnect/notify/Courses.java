package org.benchconnect.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Severity;

/**
 * What the last minutes of a notice were like, as far as it became durable while this runs. Only in memory: after a restart a notice counts as open since it was
 * first seen, and a rise in severity is news once more. Safe for any thread.
 */
final class Courses {
    private final Map<Long, Course> byId = new ConcurrentHashMap<>();
    /** When an open notice that began in the future, while the clock was ahead, was first found so. */
    private final Map<Long, Instant> ahead = new ConcurrentHashMap<>();

    private final Duration flap;

    Courses(Duration flap) {
        this.flap = flap;
    }

    /**
     * Of one notice.
     *
     * @param open whether nobody has acknowledged it
     * @param openSince since when
     * @param high its highest severity of late
     * @param highAt when it was signalled so last
     */
    private record Course(boolean open, Instant openSince, Severity high, Instant highAt) {}

    /** A change became durable. */
    void saw(Notification notice) {
        byId.merge(notice.id(), begun(notice), (old, fresh) -> next(old, notice));
    }

    private static Course begun(Notification notice) {
        return new Course(notice.state() == State.OPEN, notice.firstSeen(), notice.severity(), notice.lastSeen());
    }

    private Course next(Course old, Notification notice) {
        boolean open = notice.state() == State.OPEN;
        Instant at = notice.lastSeen();
        boolean stays = notice.severity().compareTo(old.high()) < 0
                && at.isBefore(old.highAt().plus(flap));
        return new Course(
                open,
                open && !old.open() ? at : old.openSince(),
                stays ? old.high() : notice.severity(),
                stays ? old.highAt() : at);
    }

    /** The highest severity that a notice had within the time of flapping; its present one if no more is known. */
    Severity known(Notification notice, Instant now) {
        Course course = byId.get(notice.id());
        return course != null && isOfLate(course, now) ? course.high() : notice.severity();
    }

    /** Not what was signalled in the future, while the clock was ahead. */
    private boolean isOfLate(Course course, Instant now) {
        return !course.highAt().isAfter(now) && now.isBefore(course.highAt().plus(flap));
    }

    /** Since when nobody has acknowledged an open notice; since it was first asked for, where that lies in the future because the clock was ahead. */
    Instant openSince(Notification notice, Instant now) {
        Course course = byId.get(notice.id());
        Instant since = course != null && course.open() ? course.openSince() : notice.firstSeen();
        if (!since.isAfter(now)) {
            ahead.remove(notice.id());
            return since;
        }
        return ahead.merge(notice.id(), now, (found, asked) -> found.isAfter(asked) ? asked : found);
    }

    /** Forgets notices that cannot come back. */
    void keep(Set<Long> active, Instant now) {
        byId.entrySet().removeIf(entry -> !active.contains(entry.getKey()) && !isOfLate(entry.getValue(), now));
        ahead.keySet().retainAll(active);
    }
}
