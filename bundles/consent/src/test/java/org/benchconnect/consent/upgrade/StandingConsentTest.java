package org.benchconnect.consent.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.grant.FakeAccounts;
import org.benchconnect.consent.grant.Laboratory;
import org.benchconnect.consent.grant.Plans;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingConsentTest {
    private static final Path FILE = Laboratory.HOME.resolve("consent/fixes");

    private Upgrading pc;

    @BeforeEach
    void aNewPc() throws Exception {
        pc = new Upgrading();
    }

    private void look() {
        pc.lab.look();
    }

    @Test
    void asShippedAFixWaitsForAnAnswer() {
        pc.upgrades.offers(Upgrading.plan(true));

        look();

        assertEquals(Optional.empty(), pc.answers.fixesAllowed());
        assertEquals(List.of(), pc.upgrades.approved);
    }

    @Test
    void onceAllowedAFixIsCarriedOutInTheWindowAndTheLedgerNamesTheStandingConsent() throws Exception {
        pc.allowFixes();
        long given = pc.lab.newest(EventKind.FIXES_ALLOWED).number();
        pc.upgrades.offers(Upgrading.plan(true));

        look();

        Approval approval = pc.upgrades.approved.get(0);
        assertEquals(Optional.of(given), approval.standing());
        assertEquals(FakeAccounts.ADMINISTRATOR, approval.by());
        assertEquals(Approval.When.IN_WINDOW, approval.when());
        assertEquals(pc.lab.newest(EventKind.UPGRADE_ALLOWED).number(), approval.entry());
        assertEquals(String.valueOf(given), pc.lab.detail(EventKind.UPGRADE_ALLOWED, Detail.ENTRY));
    }

    @Test
    void whatIsNoFixWaitsForAnAnswer() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(false));

        look();

        assertEquals(List.of(), pc.upgrades.approved);
    }

    @Test
    void whatAsksForAPrivilegeIsNoFixWhateverItSays() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(true, Set.of(Privilege.TRANSFER_FILES), Plans.transfer("2.0.0")));

        look();

        assertEquals(List.of(), pc.upgrades.approved);
    }

    @Test
    void aFixThatDidNotStayIsNotCarriedOutAgainByItself() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(true));
        look();
        pc.lab.realLedger.note(Event.of(EventKind.UPGRADE_WENT_BACK).with(Detail.PLAN, Upgrading.PLAN));

        pc.upgrades.offers(Upgrading.plan(true));
        look();

        assertEquals(1, pc.upgrades.approved.size());
    }

    @Test
    void aFixThatAPersonRefusedIsNotCarriedOut() throws Exception {
        pc.upgrades.offers(Upgrading.plan(true));
        pc.answers.refuse(Upgrading.PLAN, Optional.empty());
        pc.allowFixes();

        pc.upgrades.offers(Upgrading.plan(true));
        look();

        assertEquals(List.of(), pc.upgrades.approved);
    }

    @Test
    void aFixThatCannotBeCarriedOutIsTriedOnceAndThenWaitsForAnAnswer() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(true));
        pc.upgrades.fails = Optional.of(RefusedFor.NO_ROOM);

        look();
        look();

        assertEquals(1, pc.lab.count(EventKind.UPGRADE_ALLOWED));
        assertEquals("NO_ROOM", pc.lab.detail(EventKind.UPGRADE_REFUSED, Detail.REASON));
    }

    @Test
    void whileChangesAreFrozenNothingIsCarriedOut() throws Exception {
        pc.allowFixes();
        pc.lab.consents.freeze(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());
        pc.upgrades.offers(Upgrading.plan(true));

        look();

        assertEquals(List.of(), pc.upgrades.approved);
    }

    @Test
    void itSurvivesARestart() throws Exception {
        pc.allowFixes();

        assertTrue(pc.restarted().answers.fixesAllowed().isPresent());
    }

    @Test
    void takenBackItIsOverAtOnceAndForGood() throws Exception {
        pc.allowFixes();

        pc.answers.askForFixes(Optional.of(FakeAccounts.USER));

        assertEquals(Optional.empty(), pc.answers.fixesAllowed());
        assertEquals(Optional.empty(), pc.restarted().answers.fixesAllowed());
        assertEquals(1, pc.lab.count(EventKind.FIXES_ASKED));
    }

    @Test
    void takenBackTwiceItIsInTheLedgerOnce() throws Exception {
        pc.allowFixes();

        pc.answers.askForFixes(Optional.empty());
        pc.answers.askForFixes(Optional.empty());

        assertEquals(1, pc.lab.count(EventKind.FIXES_ASKED));
    }

    @Test
    void whatItAllowedAndIsNotSwitchedYetIsNotCarriedOut() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(true));
        look();

        pc.answers.askForFixes(Optional.empty());

        assertEquals(List.of(Upgrading.PLAN), pc.upgrades.refused);
    }

    @Test
    void takenBackWhileAFixIsStagedItIsNotCarriedOut() throws Exception {
        pc.allowFixes();
        pc.upgrades.offers(Upgrading.plan(true));
        pc.upgrades.duringApproval = () -> pc.answers.askForFixes(Optional.empty());

        look();

        assertEquals(List.of(Upgrading.PLAN), pc.upgrades.refused);
    }

    @Test
    void whatAPersonAllowedStaysWhenFixesAreAskedAbout() throws Exception {
        pc.upgrades.offers(Upgrading.plan(true));
        pc.give();

        pc.answers.askForFixes(Optional.empty());

        assertEquals(Phase.WAITS, pc.upgrades.state().phase());
    }

    @Test
    void onAFullDiskItIsTakenBackForGoodByDeleting() throws Exception {
        pc.allowFixes();
        pc.lab.storage.failFrom(1, Fault.NO_SPACE);

        pc.answers.askForFixes(Optional.empty());

        pc.lab.storage.heal();
        assertFalse(pc.lab.storage.state().files().contains(FILE));
        assertEquals(Optional.empty(), pc.restarted().answers.fixesAllowed());
    }

    @Test
    void onADiskThatCannotDeleteItIsTriedAgain() throws Exception {
        pc.allowFixes();
        pc.lab.storage.failFrom(1, Fault.READ_ONLY);
        pc.answers.askForFixes(Optional.empty());
        assertEquals(Optional.empty(), pc.answers.fixesAllowed());

        pc.lab.storage.heal();
        look();

        assertFalse(pc.lab.storage.state().files().contains(FILE));
    }

    @Test
    void aLedgerThatIsAbsentOrBeganAnewAllowsNone() throws Exception {
        pc.allowFixes();
        pc.lab.around.ledger = null;
        assertEquals(Optional.empty(), pc.answers.fixesAllowed());

        for (Path file : pc.lab.storage.state().files()) {
            if (file.startsWith(Laboratory.HOME.resolve("ledger"))) {
                pc.lab.storage.delete(file);
            }
        }

        assertEquals(Optional.empty(), pc.restarted().answers.fixesAllowed());
    }

    @Test
    void aFileThatSomebodyWroteAllowsNone() throws Exception {
        pc.lab.write(FILE, "1\n");

        assertEquals(Optional.empty(), pc.answers.fixesAllowed());
    }

    @Test
    void anAdministratorWhoGivesItAgainHasIt() throws Exception {
        pc.allowFixes();
        pc.answers.askForFixes(Optional.empty());

        pc.allowFixes();

        assertTrue(pc.answers.fixesAllowed().isPresent());
    }

    @Test
    void whoIsNoAdministratorHasNoQuestionOrMeetsAFullDiskAllowsNothing() throws Exception {
        char[] pin = FakeAccounts.PIN.toCharArray();
        pc.assertRefused(
                Reason.NOT_ADMINISTRATOR,
                () -> pc.answers.allowFixes(
                        pc.lab.asking.answerable(), FakeAccounts.USER, FakeAccounts.PIN.toCharArray()));
        pc.assertRefused(Reason.QUESTION_CLOSED, () -> pc.answers.allowFixes("none", FakeAccounts.ADMINISTRATOR, pin));
        pc.lab.storage.failFrom(1, Fault.NO_SPACE);
        pc.assertRefused(Reason.LEDGER, pc::allowFixes);
        pc.lab.storage.heal();

        assertEquals(new String(new char[6]), new String(pin));
        assertEquals(Optional.empty(), pc.answers.fixesAllowed());
    }

    @Test
    void noStateOfTheDiskHasItWithoutTheLedgerOrForgetsThatItWasTakenBack() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        PowerLoss<List<String>> loss = PowerLoss.on(pc.lab.storage, Loss.OF_POWER, () -> List.copyOf(acknowledged));
        pc.allowFixes();
        pc.answers.askForFixes(Optional.empty());
        acknowledged.add("taken back");
        loss.look();

        PowerLoss.Counts counts = loss.check((left, known) -> {
            Upgrading again = pc.startedWith(left);
            boolean allowed = again.answers.fixesAllowed().isPresent();
            assertTrue(!allowed || again.lab.count(EventKind.FIXES_ALLOWED) == 1);
            assertTrue(!allowed || known.isEmpty());
        });
        assertTrue(counts.states() > 10, counts.toString());
    }
}
