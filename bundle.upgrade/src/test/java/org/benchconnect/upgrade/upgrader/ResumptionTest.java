package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.journal.Step;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent, or the bundle alone, starts anew at any step. */
class ResumptionTest {
    private static final Duration PROVEN = Duration.ofSeconds(63);
    private static final List<Hindrance> BUSY = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));

    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    @Test
    void anOfferIsForgottenUntilTheNextLook() {
        pc.offered();

        pc.restart();

        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }

    @Nested
    class AllowedAndStaged {
        @BeforeEach
        void allowed() throws Exception {
            pc.around.hindrances = BUSY;
            pc.allowed(When.AS_SOON_AS_IDLE);
        }

        @Test
        void itWaitsOnAndIsCarriedOut() {
            pc.restart();
            assertEquals(Phase.WAITS, pc.phase());
            assertEquals(BUSY, pc.course.state().waitsFor());

            pc.around.hindrances = List.of();
            pc.passes(Given.SOON);

            assertEquals(List.of("switch to 2"), pc.steps.disruptive);
        }

        @Test
        void itsPlanIsFoundAgainByTheNextLook() {
            pc.restart();
            assertTrue(pc.course.wantsLook());
            assertEquals(Given.PLAN, pc.course.state().plan().orElseThrow().id());

            pc.offered();

            assertEquals(1, pc.course.state().plan().orElseThrow().features().size());
            assertEquals(Phase.WAITS, pc.phase());
        }

        @Test
        void itCanBeRefusedStill() {
            pc.restart();

            assertTrue(pc.course.refuse(Given.PLAN));
            pc.around.hindrances = List.of();
            pc.passes(Given.SOON);

            assertEquals(List.of(), pc.steps.disruptive);
        }

        @Test
        void nothingHappensBeforeTheLedgerHasConfirmedIt() {
            pc.around.allowed = Optional.empty();
            pc.around.hindrances = List.of();

            pc.restart();
            pc.passes(Duration.ofMinutes(5));
            assertEquals(List.of(), pc.steps.disruptive);

            pc.around.allowed = Optional.of(true);
            pc.passes(Given.SOON);
            assertEquals(List.of("switch to 2"), pc.steps.disruptive);
        }

        @Test
        void whatTheLedgerDoesNotAllowIsDropped() {
            pc.around.allowed = Optional.of(false);
            pc.around.hindrances = List.of();

            pc.restart();
            pc.passes(Duration.ofMinutes(5));

            assertEquals(List.of(), pc.steps.disruptive);
            assertEquals(Phase.NOTHING_NEW, pc.phase());
        }

        @Test
        void aGenerationThatIsNotWholeAnyMoreIsNotSwitchedTo() {
            pc.steps.whole.remove(2);
            pc.around.hindrances = List.of();

            pc.restart();
            pc.passes(Duration.ofMinutes(5));

            assertEquals(List.of(), pc.steps.disruptive);
        }
    }

    @Nested
    class OnTrial {
        @BeforeEach
        void switched() throws Exception {
            pc.switched();
            pc.passes(Duration.ofSeconds(30));
        }

        @Test
        void itHasToShowThatItIsWellFromTheBeginning() {
            pc.restart();
            pc.passes(Duration.ofSeconds(45));
            assertEquals(Phase.PROVES, pc.phase());

            pc.passes(PROVEN);

            assertEquals(Outcome.COMMITTED, pc.last().outcome());
            assertEquals(List.of("switch to 2"), pc.steps.disruptive);
        }

        @Test
        void theLauncherWentBackAndItIsNotOfferedAgain() {
            pc.steps.launcherGoesBack();

            pc.restart();

            assertEquals(Phase.NOTHING_NEW, pc.phase());
            assertEquals(Optional.of("CRASHED"), pc.last().reason());
            pc.offered();
            assertEquals(Phase.NOTHING_NEW, pc.phase());
        }

        @Test
        void itWasToGoBackAndGoesBackNow() throws Exception {
            pc.journal.write(new Step.WentBack(2, 1, "HEALTH_CHECK"));

            pc.restart();

            assertEquals(1, pc.course.state().generation());
            assertEquals(Optional.of("HEALTH_CHECK"), pc.last().reason());
        }

        @Test
        void itWasCommittedAndTheJournalDidNotHearOfIt() {
            pc.steps.wayBack = Optional.empty();

            pc.restart();

            assertEquals(Outcome.COMMITTED, pc.last().outcome());
        }
    }

    @Test
    void whatWasNotWellBeforeTheSwitchIsRememberedAcrossTheStart() throws Exception {
        pc.around.health =
                new HealthLook(Answer.WELL, Set.of(), Set.of("a/A"), Map.of("store/Store", Answer.UNWELL), 0, 0);
        pc.switched();

        pc.restart();
        pc.passes(PROVEN);

        assertEquals(Outcome.COMMITTED, pc.last().outcome());
    }

    @Test
    void theOldInstanceDoesNothingAfterItWasTakenAwayInTheMiddleOfASwitch() throws Exception {
        Course old = pc.course;
        pc.steps.whileItSwitches = old::close; // the launcher stops the bundle that called it
        pc.switched();
        pc.around.health = new HealthLook(Answer.SILENT, Set.of(), Set.of(), Map.of(), 9, 1);

        pc.passes(PROVEN);
        assertEquals(List.of("switch to 2"), pc.steps.disruptive);

        pc.around.health = Given.WELL;
        pc.restart();
        pc.passes(PROVEN);
        assertEquals(Outcome.COMMITTED, pc.last().outcome());
    }
}
