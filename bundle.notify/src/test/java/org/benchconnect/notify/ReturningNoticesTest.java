package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.BookedNotices.LATER;
import static org.benchconnect.notify.BookedNotices.acknowledged;
import static org.benchconnect.notify.BookedNotices.opened;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the book makes of a condition that comes back, or was worse a moment ago. */
class ReturningNoticesTest {
    @Nested
    class WhenItWasWorseAMomentAgo {
        @Test
        void riseToWhatItWasIsNoNews() {
            NotificationBook.Change change =
                    NotificationBook.repeated(acknowledged(WARNING), laser(1, FAULT), FAULT, LATER);

            assertFalse(change.reported());
            assertEquals(FAULT, change.notice().severity());
            assertEquals(State.ACKNOWLEDGED, change.notice().state());
        }

        @Test
        void riseAboveWhatItWasIsNews() {
            NotificationBook.Change change =
                    NotificationBook.repeated(acknowledged(INFO), laser(1, FAULT), WARNING, LATER);

            assertTrue(change.reported());
            assertEquals(State.OPEN, change.notice().state());
        }
    }

    @Nested
    class WhenItComesBack {
        private Notification cleared(Notification notice) {
            return NotificationBook.healthy(notice, false, LATER).notice();
        }

        @Test
        void itIsTheSameNoticeAndNotReportedIfItsClearingWasNot() {
            NotificationBook.Change change =
                    NotificationBook.returned(cleared(opened(FAULT)), laser(1, FAULT), FAULT, false, LATER);

            assertFalse(change.reported());
            assertEquals(7, change.notice().id());
            assertEquals(State.OPEN, change.notice().state());
            assertEquals(2, change.notice().count());
            assertNull(change.notice().clearedAt());
        }

        @Test
        void itIsReportedIfItsClearingWas() {
            assertTrue(NotificationBook.returned(cleared(opened(FAULT)), laser(1, FAULT), FAULT, true, LATER)
                    .reported());
        }

        @Test
        void itStaysAcknowledgedUnlessItIsWorse() {
            Notification cleared = cleared(acknowledged(WARNING));

            assertEquals(
                    State.ACKNOWLEDGED,
                    NotificationBook.returned(cleared, laser(1, WARNING), WARNING, false, LATER)
                            .notice()
                            .state());
            NotificationBook.Change worse = NotificationBook.returned(cleared, laser(1, FAULT), WARNING, false, LATER);
            assertEquals(State.OPEN, worse.notice().state());
            assertTrue(worse.reported());
        }
    }
}
