package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.BookedNotices.LATER;
import static org.benchconnect.notify.BookedNotices.NOON;
import static org.benchconnect.notify.BookedNotices.acknowledged;
import static org.benchconnect.notify.BookedNotices.opened;
import static org.benchconnect.notify.BookedNotices.signalled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the book makes of a notice that nobody in the laboratory answers, or that the service side has seen. */
class UnansweredNoticesTest {
    @Nested
    class WhenNobodyAnswers {
        private static final Duration QUARTER = Duration.ofMinutes(15);

        private Optional<NotificationBook.Change> pressed(Notification notice, int minutes) {
            return NotificationBook.pressed(notice, NOON, QUARTER, NOON.plus(Duration.ofMinutes(minutes)));
        }

        @Test
        void itIsPressedOnAfterTheIntervalAndReported() {
            assertEquals(Optional.empty(), pressed(opened(FAULT), 14));
            NotificationBook.Change change = pressed(opened(FAULT), 15).orElseThrow();

            assertTrue(change.reported());
            assertEquals(NOON.plus(QUARTER), change.notice().escalatedAt());
            assertEquals(State.OPEN, change.notice().state());
        }

        @Test
        void itIsPressedOnAgainEachTimeAfterTwiceTheTimeAndNotReported() {
            Notification once = pressed(opened(FAULT), 15).orElseThrow().notice();

            assertEquals(Optional.empty(), pressed(once, 29));
            NotificationBook.Change twice = pressed(once, 30).orElseThrow();
            assertFalse(twice.reported());
            assertEquals(Optional.empty(), pressed(twice.notice(), 59));
            assertTrue(pressed(twice.notice(), 60).isPresent());
        }

        @Test
        void whatIsAcknowledgedClearedOrNeverToBePressedOnIsNot() {
            Notification cleared =
                    NotificationBook.healthy(opened(FAULT), true, LATER).notice();

            assertEquals(Optional.empty(), pressed(acknowledged(FAULT), 1000));
            assertEquals(Optional.empty(), pressed(cleared, 1000));
            assertEquals(
                    Optional.empty(),
                    NotificationBook.pressed(opened(FAULT), NOON, Duration.ZERO, NOON.plus(Duration.ofDays(9))));
        }
    }

    @Nested
    class WhenTheServiceSideHasSeenIt {
        @Test
        void onlyThatChangesAndTheFirstTimeStands() {
            NotificationBook.Change seen =
                    NotificationBook.seenByService(opened(FAULT), LATER).orElseThrow();
            NotificationBook.Change again = NotificationBook.seenByService(seen.notice(), LATER.plusSeconds(1))
                    .orElseThrow();

            assertFalse(seen.reported());
            assertEquals(State.OPEN, seen.notice().state());
            assertEquals(LATER, seen.notice().seenByServiceAt());
            assertEquals(seen, again);
        }

        @Test
        void aRiseInSeverityHasNotBeenSeen() {
            Notification seen = NotificationBook.seenByService(opened(WARNING), LATER)
                    .orElseThrow()
                    .notice();

            assertNull(signalled(seen, FAULT, LATER).notice().seenByServiceAt());
        }
    }
}
