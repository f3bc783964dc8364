package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An allowed upgrade waits, and for nothing else. */
class CourseWaitsTest {
    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    @Test
    void anInstrumentThatIsNotIdleIsWaitedForAndItIsSaidAtOnce() throws Exception {
        pc.around.hindrances = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));

        pc.allowed(When.AS_SOON_AS_IDLE);

        assertEquals(pc.around.hindrances, pc.course.state().waitsFor());
        pc.passes(Duration.ofMinutes(10));
        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void whileTheLedgerCannotSayWhetherItIsAllowedItWaits() throws Exception {
        pc.around.allowed = Optional.empty();

        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.passes(Duration.ofMinutes(10));
        assertEquals(List.of(), pc.steps.disruptive);

        pc.around.allowed = Optional.of(true);
        pc.passes(Given.SOON);
        assertEquals(1, pc.steps.disruptive.size());
    }

    @Test
    void itGoesOnWithinThreeSecondsOfIdle() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.passes(Given.MINUTE);

        pc.around.hindrances = List.of();
        pc.passes(Given.SOON);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Test
    void theInstrumentIsLookedAtAgainImmediatelyBeforeTheSwitch() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.around.whileHealthIsAsked =
                () -> pc.around.hindrances = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));

        pc.passes(Given.MINUTE);

        assertEquals(List.of(), pc.steps.disruptive);
        assertEquals(pc.around.hindrances, pc.course.state().waitsFor());
    }

    @Test
    void outsideTheMaintenanceWindowItWaits() throws Exception {
        pc = new Given(home, "12:30-13:00");
        pc.allowed(When.IN_WINDOW);
        assertEquals(List.of(Hindrance.of(Reason.WINDOW)), pc.course.state().waitsFor());
        pc.passes(Duration.ofMinutes(29));
        assertEquals(List.of(), pc.steps.disruptive);

        pc.passes(Duration.ofMinutes(2));

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Test
    void aPersonWhoLookedCountsForAQuarterOfAnHourAtTheMost() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.NO_ANSWER));
        pc.course.statedIdle(Given.NOON.plus(Duration.ofDays(1)));

        pc.passes(Duration.ofMinutes(15));
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.passes(Given.SOON);

        assertEquals(List.of(), pc.steps.disruptive);
        assertEquals(Optional.empty(), pc.course.state().idleUntil());
    }

    @Test
    void aPersonWhoLookedIsBelieved() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.NO_ANSWER));
        pc.allowed(When.AS_SOON_AS_IDLE);

        pc.course.statedIdle(Given.NOON.plus(Duration.ofMinutes(10)));
        pc.passes(Given.SOON);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Test
    void aNoBeforeTheSwitchStopsItAndTakesTheStagedGenerationAway() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);

        assertTrue(pc.course.refuse(Given.PLAN));
        pc.around.hindrances = List.of();
        pc.passes(Given.MINUTE);

        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(List.of(), pc.steps.disruptive);
        assertFalse(pc.steps.whole.contains(2));
    }

    @Test
    void aNoThatTheLedgerHasStopsItToo() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);

        pc.around.allowed = Optional.of(false);
        pc.passes(Given.MINUTE);

        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void aFeatureInstalledMeanwhileIsNotLost() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.steps.installFeature();
        pc.passes(Given.SOON);

        pc.around.hindrances = List.of();
        pc.passes(Given.SOON);
        assertEquals(List.of(), pc.steps.disruptive);
        assertTrue(pc.course.wanted().takeAgain());
        pc.offered(); // the same, computed for what runs now
        pc.passes(Given.SOON);

        assertEquals(List.of("switch to 4"), pc.steps.disruptive); // staged anew upon 3
        assertFalse(pc.steps.whole.contains(2));
    }
}
