package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An allowed upgrade waits, and for nothing else. */
class CourseWaitsTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HealthLook UNWELL =
            new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of("store/Store", Answer.UNWELL), 0, 0);

    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    private Phase phase() {
        return pc.course.state().phase();
    }

    private UpgradeRecord last() {
        return pc.course.state().last().orElseThrow();
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
        pc.passes(SOON);
        assertEquals(1, pc.steps.disruptive.size());
    }

    @Test
    void itGoesOnWithinThreeSecondsOfIdle() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.passes(MINUTE);

        pc.around.hindrances = List.of();
        pc.passes(SOON);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Test
    void theInstrumentIsLookedAtAgainImmediatelyBeforeTheSwitch() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.around.whileHealthIsAsked =
                () -> pc.around.hindrances = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));

        pc.passes(MINUTE);

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
        pc.passes(SOON);

        assertEquals(List.of(), pc.steps.disruptive);
        assertEquals(Optional.empty(), pc.course.state().idleUntil());
    }

    @Test
    void aPersonWhoLookedIsBelieved() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.NO_ANSWER));
        pc.allowed(When.AS_SOON_AS_IDLE);

        pc.course.statedIdle(Given.NOON.plus(Duration.ofMinutes(10)));
        pc.passes(SOON);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Test
    void aNoBeforeTheSwitchStopsItAndTakesTheStagedGenerationAway() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);

        assertTrue(pc.course.refuse(Given.PLAN));
        pc.around.hindrances = List.of();
        pc.passes(MINUTE);

        assertEquals(Phase.NOTHING_NEW, phase());
        assertEquals(List.of(), pc.steps.disruptive);
        assertFalse(pc.steps.whole.contains(2));
    }

    @Test
    void aNoThatTheLedgerHasStopsItToo() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);

        pc.around.allowed = Optional.of(false);
        pc.passes(MINUTE);

        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void aFeatureInstalledMeanwhileIsNotLost() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.steps.installFeature();
        pc.passes(SOON);

        pc.around.hindrances = List.of();
        pc.passes(SOON);
        assertEquals(List.of(), pc.steps.disruptive);
        assertTrue(pc.course.wanted().takeAgain());
        pc.offered(); // the same, computed for what runs now
        pc.passes(SOON);

        assertEquals(List.of("switch to 4"), pc.steps.disruptive); // staged anew upon 3
        assertFalse(pc.steps.whole.contains(2));
    }
}
