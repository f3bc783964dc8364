package org.benchconnect.store;

import java.util.regex.Pattern;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;

/** What every notice fulfils that goes into the database, comes out of it, or leaves this PC. */
final class NoticeForm {
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

    private NoticeForm() {}

    /**
     * The notice, if it is one.
     *
     * @throws IllegalArgumentException if not
     */
    static Notification checked(Notification notice) {
        if (notice.id() < 1 || notice.count() < 1) {
            throw new IllegalArgumentException("a notice's id and count are 1 or more");
        }
        if (!SOURCE.matcher(notice.source()).matches()) {
            throw new IllegalArgumentException("a notice's source is [a-z][a-z0-9.-]{0,39}");
        }
        if ((notice.clearedAt() != null) != (notice.state() == State.CLEARED)) {
            throw new IllegalArgumentException("a notice is cleared if and only if it says when");
        }
        if (notice.state() == State.ACKNOWLEDGED && notice.acknowledgedAt() == null) {
            throw new IllegalArgumentException("an acknowledged notice says when");
        }
        return notice;
    }
}
