package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.BookedNotices.LATER;
import static org.benchconnect.notify.BookedNotices.NOON;
import static org.benchconnect.notify.BookedNotices.acknowledged;
import static org.benchconnect.notify.BookedNotices.opened;
import static org.benchconnect.notify.BookedNotices.signalled;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The life of a notice in the book: opened, acknowledged, cleared. */
class NotificationBookTest {
    @Nested
    class WhenNothingIsActive {
        @Test
        void signalOpensANoticeAndIsReported() {
            NotificationBook.Change change = NotificationBook.opened(7, "navios", laser(1, FAULT), NOON);

            Notification expected = new Notification(
                    7,
                    "navios",
                    Signals.condition(1),
                    Kind.INSTRUMENT,
                    FAULT,
                    laser(1, FAULT).facts(),
                    State.OPEN,
                    1,
                    NOON,
                    NOON,
                    null,
                    null);
            assertEquals(new NotificationBook.Change(expected, true), change);
        }
    }

    @Nested
    class WhenOpen {
        @Test
        void sameSignalOnlyCounts() {
            NotificationBook.Change change = signalled(opened(FAULT), FAULT, LATER);

            assertFalse(change.reported());
            assertEquals(2, change.notice().count());
            assertEquals(NOON, change.notice().firstSeen());
            assertEquals(LATER, change.notice().lastSeen());
            assertEquals(State.OPEN, change.notice().state());
        }

        @Test
        void newestFactsStand() {
            Notification change = NotificationBook.repeated(opened(FAULT), laser(1, FAULT, 3), FAULT, LATER)
                    .notice();

            assertEquals(laser(1, FAULT, 3).facts(), change.facts());
            assertEquals(7, change.id());
        }

        @Test
        void riseInSeverityIsReported() {
            NotificationBook.Change change = signalled(opened(WARNING), FAULT, LATER);

            assertTrue(change.reported());
            assertEquals(FAULT, change.notice().severity());
            assertEquals(State.OPEN, change.notice().state());
        }

        @Test
        void fallInSeverityIsNotReported() {
            NotificationBook.Change change = signalled(opened(FAULT), INFO, LATER);

            assertFalse(change.reported());
            assertEquals(INFO, change.notice().severity());
        }

        @Test
        void acknowledgingIsReported() {
            NotificationBook.Change change =
                    NotificationBook.acknowledged(opened(FAULT), LATER).orElseThrow();

            assertTrue(change.reported());
            assertEquals(State.ACKNOWLEDGED, change.notice().state());
            assertEquals(LATER, change.notice().acknowledgedAt());
        }

        @Test
        void healthyClears() {
            NotificationBook.Change change = NotificationBook.healthy(opened(FAULT), true, LATER);

            assertTrue(change.reported());
            assertEquals(State.CLEARED, change.notice().state());
            assertEquals(LATER, change.notice().clearedAt());
            assertNull(change.notice().acknowledgedAt());
            assertEquals(NOON, change.notice().lastSeen());
        }

        @Test
        void clockThatIsSetBackDoesNotMoveLastSeen() {
            Notification change =
                    signalled(opened(FAULT), FAULT, NOON.minusSeconds(3600)).notice();

            assertEquals(NOON, change.lastSeen());
            assertEquals(2, change.count());
        }
    }

    @Nested
    class WhenAcknowledged {
        @Test
        void sameSignalKeepsItAcknowledged() {
            NotificationBook.Change change = signalled(acknowledged(FAULT), FAULT, LATER);

            assertFalse(change.reported());
            assertEquals(State.ACKNOWLEDGED, change.notice().state());
            assertEquals(NOON, change.notice().acknowledgedAt());
        }

        @Test
        void riseInSeverityOpensItAgain() {
            NotificationBook.Change change = signalled(acknowledged(WARNING), FAULT, LATER);

            assertTrue(change.reported());
            assertEquals(State.OPEN, change.notice().state());
            assertNull(change.notice().acknowledgedAt());
            assertEquals(2, change.notice().count());
        }

        @Test
        void fallInSeverityKeepsItAcknowledged() {
            NotificationBook.Change change = signalled(acknowledged(FAULT), WARNING, LATER);

            assertFalse(change.reported());
            assertEquals(State.ACKNOWLEDGED, change.notice().state());
        }

        @Test
        void acknowledgingAgainChangesNothing() {
            Notification notice = acknowledged(FAULT);

            NotificationBook.Change change =
                    NotificationBook.acknowledged(notice, LATER).orElseThrow();

            assertEquals(new NotificationBook.Change(notice, false), change);
        }

        @Test
        void healthyClearsAndKeepsWhoSawIt() {
            Notification cleared =
                    NotificationBook.healthy(acknowledged(FAULT), true, LATER).notice();

            assertEquals(State.CLEARED, cleared.state());
            assertEquals(NOON, cleared.acknowledgedAt());
        }
    }

    @Nested
    class WhenCleared {
        @Test
        void thereIsNothingToAcknowledge() {
            Notification cleared =
                    NotificationBook.healthy(opened(FAULT), true, LATER).notice();

            assertEquals(Optional.empty(), NotificationBook.acknowledged(cleared, LATER));
        }
    }
}
