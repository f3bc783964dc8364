package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Look QUIET = new Look(ServiceState.RUNNING, Presence.NOBODY);
    private static final Look BUSY = new Look(ServiceState.RUNNING, Presence.SOMEBODY);
    private static final Look OFF = new Look(ServiceState.STOPPED, Presence.NOBODY);
    private static final Look UNSEEN = new Look(ServiceState.RUNNING, Presence.UNKNOWN);

    private long now = SECOND;

    private List<Act> on(Steering steering, Look look) {
        now += SECOND;
        return steering.on(look, true, now);
    }

    @Nested
    class AlwaysRunning {
        private final Steering steering = new Steering(true, true);

        @Test
        void aServiceThatEndedIsStartedButNotEverySecond() {
            assertEquals(List.of(Act.START), on(steering, OFF));
            assertEquals(List.of(), on(steering, OFF));
            now += 10 * SECOND;
            assertEquals(List.of(Act.START), on(steering, OFF));
        }

        @Test
        void nothingIsStartedWhileTheSettingsAreNotProven() {
            assertEquals(List.of(), steering.on(OFF, false, now));
        }

        @Test
        void whoWasAskedForJoinsOnceAndLeaves() {
            steering.invited();

            assertEquals(List.of(), on(steering, QUIET));
            assertEquals(List.of(Act.JOINED), on(steering, BUSY));
            assertEquals(List.of(), on(steering, BUSY));
            assertEquals(List.of(Act.LEFT), on(steering, QUIET));
        }

        @Test
        void whoNobodyAskedForIsCutOff() {
            assertEquals(List.of(Act.REFUSE_UNEXPECTED, Act.STOP), on(steering, BUSY));
            assertEquals(List.of(), on(steering, BUSY));
            now += 10 * SECOND;
            assertEquals(List.of(Act.STOP), on(steering, BUSY));
            assertEquals(List.of(Act.START), on(steering, OFF));
        }

        @Test
        void afterTheSecondWithinTenMinutesTheServiceStaysStoppedUntilSomebodyAsksForHelp() {
            on(steering, BUSY);
            on(steering, OFF);
            on(steering, QUIET);
            assertEquals(List.of(Act.REFUSE_UNEXPECTED, Act.STOP), on(steering, BUSY));
            now += 3600 * SECOND;
            assertEquals(List.of(), on(steering, OFF));

            steering.invited();

            assertEquals(List.of(Act.START), on(steering, OFF));
        }

        @Test
        void aClientWhoseSettingsAreNotProvenIsSomebodyElsesAndOnlyToldOf() {
            assertEquals(List.of(Act.TELL_UNEXPECTED), steering.on(BUSY, false, now));
            assertEquals(List.of(), steering.on(BUSY, false, now + SECOND));
        }

        @Test
        void aStopIsAskedForUntilItIsSeen() {
            steering.invited();
            on(steering, BUSY);
            steering.cut(now);

            assertEquals(List.of(), on(steering, BUSY));
            now += 10 * SECOND;
            assertEquals(List.of(Act.STOP), on(steering, BUSY));
            assertTrue(steering.isStopping());
            assertEquals(List.of(Act.START), on(steering, OFF));
        }

        @Test
        void whereNothingIsSeenSomebodyIsTakenToHaveCome() {
            steering.invited();
            on(steering, UNSEEN);
            now += 10 * SECOND;

            assertEquals(List.of(Act.JOINED), on(steering, UNSEEN));
        }
    }

    @Nested
    class OnlyDuringASession {
        private final Steering steering = new Steering(false, true);

        @Test
        void theServiceRunsOnlyWhileSomebodyAskedForHelp() {
            assertEquals(List.of(Act.STOP), on(steering, QUIET));
            assertEquals(List.of(), on(steering, OFF));
            steering.invited();
            assertEquals(List.of(Act.START), on(steering, OFF));
            assertEquals(List.of(), on(steering, QUIET));
            steering.cut(now);
            assertEquals(List.of(), on(steering, OFF));
        }
    }

    @Test
    void notKnownCountsAsConnectedWhileTheServiceRuns() {
        assertEquals(Reach.DELEGATED, Look.BLIND.reach());
        assertEquals(Reach.DELEGATED, UNSEEN.reach());
        assertEquals(Reach.DELEGATED, BUSY.reach());
        assertEquals(Reach.DELEGATED, new Look(ServiceState.STOPPED, Presence.SOMEBODY).reach());
        assertEquals(Reach.NOBODY, new Look(ServiceState.STOPPED, Presence.UNKNOWN).reach());
        assertEquals(Reach.NOBODY, QUIET.reach());
    }

    @Test
    void aListWithoutTheServiceThatRunsIsNotWhole() {
        assertEquals(Presence.UNKNOWN, Presence.of(Set.of("bash"), ServiceState.RUNNING));
        assertEquals(Presence.UNKNOWN, Presence.of(Set.of(), ServiceState.STOPPED));
        assertEquals(Presence.NOBODY, Presence.of(Set.of("bash", "teamviewerd"), ServiceState.RUNNING));
        assertEquals(Presence.NOBODY, Presence.of(Set.of("TeamViewer_Service.exe"), ServiceState.RUNNING));
        assertEquals(Presence.SOMEBODY, Presence.of(Set.of("TeamViewer_Desktop.exe"), ServiceState.STOPPED));
        assertEquals(Presence.SOMEBODY, Presence.of(Set.of("TeamViewer_Desk"), ServiceState.RUNNING));
    }
}
