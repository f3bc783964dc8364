package org.benchconnect.core.link;

import org.benchconnect.core.notification.Notification;

/**
 * A notice as it was when it opened, rose in severity, was acknowledged or cleared.
 *
 * @param notification its state then
 */
public record NoticeReport(Notification notification) implements Report {
    @Override
    public Stream stream() {
        return Stream.NOTICES;
    }
}
