package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NotificationBookTest {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);

    static NotificationBook.Change signalled(Notification active, Severity severity, Instant at) {
        return NotificationBook.repeated(active, laser(1, severity), active.severity(), at);
    }

    static Notification opened(Severity severity) {
        return NotificationBook.opened(7, "navios", laser(1, severity), NOON).notice();
    }

    static Notification acknowledged(Severity severity) {
        return NotificationBook.acknowledged(opened(severity), NOON)
                .orElseThrow()
                .notice();
    }

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
