package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.journal.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that somebody damaged or forged brings no change that nobody asked for. */
class NotAskedForTest {
    private static final Duration MINUTES = Duration.ofMinutes(3);

    @TempDir
    Path home;

    private Given pc;
    private FakeLedger ledger;

    @BeforeEach
    void agent() {
        pc = new Given(home);
        ledger = new FakeLedger(pc.clock);
    }

    private void isAskedAboutAgain() {
        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(Ended.ENDED_LOST, pc.course.ended().orElseThrow().reason());
        assertTrue(pc.course.wanted().takeSoon());
        pc.offered();
        assertEquals(Phase.OFFERED, pc.phase());
    }

    @Test
    void aStagedLineOfAnUpgradeThatWasCommittedLongAgoBringsNoOldGenerationBack() throws Exception {
        pc.journal.write(new Step.Consented(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE)));
        pc.journal.write(new Step.Staged(2, 1, Optional.of(Given.PLAN)));
        pc.steps.whole.add(2);
        pc.steps.whole.add(3);
        pc.steps.current = 3;

        pc.restart();
        pc.passes(MINUTES);

        assertEquals(List.of(), pc.steps.disruptive);
        assertTrue(pc.steps.whole.contains(2)); // perhaps the way back
        isAskedAboutAgain();
    }

    @Test
    void whatWasStagedUponAnotherGenerationThanRunsIsTakenAway() throws Exception {
        pc.journal.write(new Step.Consented(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE)));
        pc.journal.write(new Step.Staged(9, 2, Optional.of(Given.PLAN)));
        pc.steps.whole.add(9);

        pc.restart();
        pc.passes(MINUTES);

        assertEquals(List.of(), pc.steps.disruptive);
        assertFalse(pc.steps.whole.contains(9));
        isAskedAboutAgain();
    }

    @Test
    void nothingOfADamagedJournalIsGoneOnWith() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);
        String line = "00000000 " + pc.journal.entries().get(2).at() + " STAGED generation=2\n";
        pc.write("journal.refused-1", line.getBytes(StandardCharsets.US_ASCII));

        pc.restart();
        pc.around.hindrances = List.of();
        pc.passes(MINUTES);

        assertEquals(List.of(), pc.steps.disruptive);
        isAskedAboutAgain();
    }

    @Test
    void aYesThatPowerWasLostAfterIsAskedAboutAgain() throws Exception {
        pc.journal.write(new Step.Consented(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE)));

        pc.restart();

        isAskedAboutAgain();
        pc.restart();
        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }

    @Test
    void anAllowanceCountsOnce() {
        for (EventKind end : List.of(
                EventKind.UPGRADE_SWITCHED,
                EventKind.UPGRADE_COMMITTED,
                EventKind.UPGRADE_WENT_BACK,
                EventKind.UPGRADE_REFUSED)) {
            Approval approval = allowed(Event.of(EventKind.UPGRADE_ALLOWED).with(Detail.PLAN, Given.PLAN));
            assertEquals(Optional.of(true), LedgerEvents.allows(ledger, Given.PLAN, approval), end.name());

            ledger.append(Event.of(end).with(Detail.PLAN, Given.PLAN));

            assertEquals(Optional.of(false), LedgerEvents.allows(ledger, Given.PLAN, approval), end.name());
        }
    }

    @Test
    void theEndOfAnEarlierAllowanceDoesNotEndThisOne() {
        allowed(Event.of(EventKind.UPGRADE_ALLOWED).with(Detail.PLAN, Given.PLAN));
        Approval approval = allowed(Event.of(EventKind.UPGRADE_ALLOWED).with(Detail.PLAN, Given.PLAN));

        ledger.append(Event.of(EventKind.UPGRADE_REFUSED)
                .with(Detail.PLAN, Given.PLAN)
                .with(Detail.ENTRY, 0));

        assertEquals(Optional.of(true), LedgerEvents.allows(ledger, Given.PLAN, approval));
    }

    @Test
    void theEntryOfAPlainFeatureAllowsNoPlan() {
        Approval approval = allowed(Event.of(EventKind.UPGRADE_ALLOWED)
                .with(Detail.PLAN, Given.PLAN)
                .with(Detail.FEATURE, "org.benchconnect.base"));

        assertEquals(Optional.of(false), LedgerEvents.allows(ledger, Given.PLAN, approval));
    }

    private Approval allowed(Event event) {
        long entry = ledger.append(event).number();
        return new Approval(entry, Given.ADA, Given.NOON, When.AS_SOON_AS_IDLE, Optional.empty());
    }

    @Test
    void aWayBackThatNobodyAskedForIsNotToldAsAPersons() throws Exception {
        pc.steps.current = 2;
        pc.journal.write(new Step.Switched(1, 2, Kind.ROLLBACK, Optional.empty(), List.of(), List.of()));
        pc.journal.write(new Step.Committed(1));

        new LedgerTelling().tell(ledger, pc.journal.records().get(0), pc.journal.entries(), Optional.of(Given.ADA));

        Event back = ledger.entries.get(0).event();
        assertEquals("NOBODY_ASKED", back.details().get(Detail.REASON));
        assertEquals(Optional.empty(), back.by());
    }
}
