package org.benchconnect.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The real notification client, which tells each opening and each clearing at once, and does its rounds when the test says so. */
public final class NotificationsOfATest {
    private NotificationsOfATest() {}

    /** What the client does once a minute by itself; done when it is durable. */
    public static void round(NotificationClient client) {
        client.round().join();
    }

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
