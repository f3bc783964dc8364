package org.benchconnect.core.link;

import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;

/**
 * A notice as it was when it opened, rose in severity, was acknowledged or cleared.
 *
 * @param notification its state then
 */
public record NoticeReport(Notification notification) implements Report {
    /** The {@linkplain Notification#source source} of notices about this PC itself. */
    public static final String HOST = "host";

    @Override
    public Stream stream() {
        return notification.source().equals(HOST) ? Stream.HOST_CHECKS : Stream.NOTICES;
    }

    @Override
    public Priority priority() {
        return notification.severity() == Severity.FAULT ? Priority.FIRST : Priority.NORMAL;
    }
}
