package org.benchconnect.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The real notification client, which tells each opening and each clearing at once. */
public final class NotificationsOfATest {
    private NotificationsOfATest() {}

    /** Without damping and pressing on: one change of a fault is one message. */
    public static NotificationClient each(Clock clock) {
        return new NotificationClient(
                clock,
                new NoticeRules(
                        Duration.ZERO,
                        100,
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        Duration.ZERO,
                        QuietHours.NONE,
                        ShiftStarts.SHIPPED,
                        Duration.ofDays(400),
                        1000,
                        Set.of()));
    }
}
