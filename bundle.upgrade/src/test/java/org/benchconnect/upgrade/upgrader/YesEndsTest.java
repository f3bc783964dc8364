package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A yes is one to what was shown, and not for ever. */
class YesEndsTest {
    private static final String OTHER = "2".repeat(64);

    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void waits() throws Exception {
        pc = new Given(home);
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
    }

    private void found(UpgradePlan plan) {
        pc.course.found(Optional.of(plan), Optional.empty(), Optional.empty(), false);
    }

    private void endedAndOffered(Ended reason, String plan) {
        assertEquals(Phase.OFFERED, pc.phase());
        assertEquals(plan, pc.course.state().plan().orElseThrow().id());
        pc.passes(Given.SOON);
        assertEquals(reason, pc.course.ended().orElseThrow().reason());
        pc.around.hindrances = List.of();
        pc.passes(Duration.ofMinutes(5));
        assertEquals(List.of(), pc.steps.disruptive);
        assertFalse(pc.steps.whole.contains(2));
    }

    @Test
    void itIsLookedForWhileItWaits() {
        assertTrue(pc.course.wantsLook());
    }

    @Test
    void aNewerPlanEndsItAndIsOffered() {
        found(Given.plan(OTHER));

        endedAndOffered(Ended.ENDED_NEWER, OTHER);
    }

    @Test
    void aReleaseThatTheVendorTookBackIsNotCarriedOut() {
        pc.course.found(Optional.empty(), Optional.empty(), Optional.empty(), false);

        assertEquals(Phase.NOTHING_NEW, pc.phase());
        pc.around.hindrances = List.of();
        pc.passes(Given.SOON);
        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void afterAFortnightItIsAskedAboutAgain() {
        pc.clock.step(Duration.ofDays(15));
        pc.passes(Given.SOON);

        endedAndOffered(Ended.ENDED_EXPIRED, Given.PLAN);
    }

    @Test
    void whatWouldStopMoreThanWasAllowedIsAskedAboutAgain() {
        pc.steps.installFeature();
        pc.passes(Given.SOON);
        assertTrue(pc.course.wanted().takeAgain());

        found(stops("org.benchconnect.notify", "org.example.installed.meanwhile"));

        endedAndOffered(Ended.ENDED_CHANGED, Given.PLAN);
    }

    private static UpgradePlan stops(String... modules) {
        UpgradePlan plan = Given.plan(Given.PLAN);
        return new UpgradePlan(
                plan.id(),
                plan.source(),
                plan.features(),
                plan.changes(),
                List.of(modules),
                Set.of(),
                plan.bytes(),
                plan.takes(),
                plan.fix());
    }

    @Test
    void whatCannotBeComputedAgainIsNotCarriedOut() {
        pc.steps.installFeature();
        pc.passes(Given.SOON);

        pc.course.lookedAgain();

        endedAndOffered(Ended.ENDED_CHANGED, Given.PLAN);
    }

    @Test
    void aFixThatAStandingConsentAllowedIsAskedAboutWhenSomebodySaysNo() throws Exception {
        pc.course.approve(Given.PLAN, new Approval(8, Given.ADA, pc.clock.instant(), When.IN_WINDOW, Optional.of(3L)));

        assertTrue(pc.course.refuse(Given.PLAN));

        endedAndOffered(Ended.ENDED_FIXES_ASKED, Given.PLAN);
        pc.course.refuse(Given.PLAN);
        found(Given.plan(Given.PLAN));
        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }

    @Test
    void afterAKilledAgentItsDetailsAreLookedForSoon() {
        pc.restart();

        assertTrue(pc.course.wanted().takeSoon());
        assertFalse(pc.course.wanted().takeSoon());
    }

    @Test
    void aDocumentThatWentBackIsNotOfferedByItselfInAnotherPlan() {
        pc.around.hindrances = List.of();
        pc.passes(Given.SOON);
        pc.around.health = new HealthLook(Answer.SILENT, Set.of(), Set.of(), java.util.Map.of(), 0, 0);
        pc.passes(Given.SOON);
        assertEquals(List.of("switch to 2", "go back"), pc.steps.disruptive);

        found(Given.plan(OTHER));
        assertEquals(Phase.NOTHING_NEW, pc.phase());

        pc.course.found(Optional.of(Given.plan(OTHER)), Optional.empty(), Optional.empty(), true);
        assertEquals(Phase.OFFERED, pc.phase());
    }

    @Test
    void aDocumentThatSomebodyRefusedIsNotOfferedByItselfInAnotherPlan() {
        pc.course.refuse(Given.PLAN);

        found(Given.plan(OTHER));

        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }

    @Test
    void aYesThatEndedByItselfIsInTheLedgerOnce() {
        FakeLedger ledger = new FakeLedger(pc.clock);
        found(Given.plan(OTHER));
        pc.passes(Given.SOON);

        new LedgerTelling().tell(ledger, pc.course.ended().orElseThrow());
        new LedgerTelling().tell(ledger, pc.course.ended().orElseThrow());

        assertEquals(1, ledger.entries.size());
        assertEquals("7", ledger.entries.get(0).event().details().get(org.benchconnect.core.ledger.Detail.ENTRY));
    }
}
