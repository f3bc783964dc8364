package org.benchconnect.notify;

import static org.benchconnect.notify.Signals.laser;

import java.time.Instant;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;

/** Notices as the book writes them. */
final class BookedNotices {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);

    private BookedNotices() {}

    /** Opened at noon. */
    static Notification opened(Severity severity) {
        return NotificationBook.opened(7, "navios", laser(1, severity), NOON).notice();
    }

    /** Opened and acknowledged at noon. */
    static Notification acknowledged(Severity severity) {
        return NotificationBook.acknowledged(opened(severity), NOON)
                .orElseThrow()
                .notice();
    }

    /** The same condition again. */
    static NotificationBook.Change signalled(Notification active, Severity severity, Instant at) {
        return NotificationBook.repeated(active, laser(1, severity), active.severity(), at);
    }
}
