package org.benchconnect.consent.upgrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.grant.FakeAccounts;
import org.benchconnect.consent.grant.Laboratory;
import org.benchconnect.consent.grant.Plans;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllowingAnUpgradeTest {
    private Upgrading pc;

    @BeforeEach
    void anUpgradeIsOffered() throws Exception {
        pc = new Upgrading();
        pc.upgrades.offers(Upgrading.plan(false));
    }

    @Test
    void anybodyAllowsWhatAsksForNothingAndItWaitsForTheWindow() throws Exception {
        Approval approval = pc.give();

        assertEquals(List.of(approval), pc.upgrades.approved);
        assertEquals(When.IN_WINDOW, approval.when());
        assertEquals(FakeAccounts.USER, approval.by());
        assertEquals(Optional.empty(), approval.standing());
        assertEquals(pc.lab.newest(EventKind.UPGRADE_ALLOWED).number(), approval.entry());
        assertEquals(Upgrading.PLAN, pc.lab.detail(EventKind.UPGRADE_ALLOWED, Detail.PLAN));
        assertEquals("en", pc.lab.detail(EventKind.UPGRADE_ALLOWED, Detail.LANGUAGE));
    }

    @Test
    void theLedgerHasItBeforeAnythingIsCarriedOut() throws Exception {
        List<Boolean> known = new ArrayList<>();
        pc.upgrades.duringApproval = () -> known.add(pc.lab.kinds().contains(EventKind.UPGRADE_ALLOWED));

        pc.give();

        assertEquals(List.of(true), known);
    }

    @Test
    void onlyAnAdministratorAllowsANewPrivilege() throws Exception {
        pc.upgrades.offers(Upgrading.plan(false, Set.of(Privilege.TRANSFER_FILES), Plans.transfer("2.0.0")));

        assertEquals(
                Role.LABORATORY_ADMINISTRATOR,
                pc.answers.request(Language.EN).orElseThrow().role());
        pc.assertRefused(Reason.NOT_ADMINISTRATOR, pc::give);
        pc.answers.give(Upgrading.PLAN, pc.yes(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN), When.AS_SOON_AS_IDLE);
        assertEquals(When.AS_SOON_AS_IDLE, pc.upgrades.approved.get(0).when());
    }

    @Test
    void aNoNeedsNoPinAndIsInTheLedger() {
        assertTrue(pc.answers.refuse(Upgrading.PLAN, Optional.of(FakeAccounts.USER)));

        assertEquals(List.of(Upgrading.PLAN), pc.upgrades.refused);
        assertEquals(
                Optional.of(FakeAccounts.USER),
                pc.lab.newest(EventKind.UPGRADE_REFUSED).event().by());
        assertTrue(pc.answers.request(Language.EN).isEmpty());
    }

    @Test
    void aYesIsTakenBackBeforeTheSwitchAlsoWithoutLedgerKeysAndAccounts() throws Exception {
        pc.give();
        pc.lab.around.ledger = null;
        pc.lab.around.identity = null;
        pc.lab.around.accounts = null;

        assertTrue(pc.answers.refuse(Upgrading.PLAN, Optional.empty()));

        assertEquals(Phase.NOTHING_NEW, pc.upgrades.state().phase());
        pc.lab.around.ledger = pc.lab.realLedger;
        pc.lab.look();
        assertEquals(1, pc.lab.count(EventKind.UPGRADE_REFUSED));
    }

    @Test
    void aNoToWhatIsNotThereIsNothing() {
        assertFalse(pc.answers.refuse("0".repeat(64), Optional.empty()));
        assertFalse(pc.answers.refuse("no plan at all", Optional.empty()));

        assertEquals(0, pc.lab.count(EventKind.UPGRADE_REFUSED));
    }

    @Test
    void aNoWhileAYesIsCarriedOutWins() throws Exception {
        pc.upgrades.duringApproval = () -> pc.answers.refuse(Upgrading.PLAN, Optional.empty());
        Answer yes = pc.yes();

        assertThrows(AnswerRefusedException.class, () -> pc.answers.give(Upgrading.PLAN, yes, When.IN_WINDOW));

        assertTrue(pc.upgrades.refused.contains(Upgrading.PLAN));
        assertTrue(pc.lab.count(EventKind.UPGRADE_REFUSED) >= 1);
    }

    @Test
    void whatCannotBeCarriedOutIsInTheLedgerAsRefusedToo() throws Exception {
        pc.upgrades.fails = Optional.of(RefusedFor.NO_ROOM);

        pc.assertRefused(Reason.NO_ROOM, pc::give);

        assertEquals("NO_ROOM", pc.lab.detail(EventKind.UPGRADE_REFUSED, Detail.REASON));
        assertEquals(
                String.valueOf(pc.lab.newest(EventKind.UPGRADE_ALLOWED).number()),
                pc.lab.detail(EventKind.UPGRADE_REFUSED, Detail.ENTRY));
    }

    @Test
    void thePinIsWipedWhateverHappens() throws Exception {
        Answer wrong = pc.yes(FakeAccounts.USER, "111222");

        pc.assertRefused(Reason.WRONG_PIN, () -> pc.answers.give(Upgrading.PLAN, wrong, When.IN_WINDOW));

        assertArrayEquals(new char[6], wrong.pin());
    }

    @Nested
    class Refused {
        private void assertRefused(Reason reason, Answer answer) {
            pc.assertRefused(reason, () -> pc.answers.give(Upgrading.PLAN, answer, When.IN_WINDOW));
        }

        @Test
        void aPlanThatIsNotOffered() throws Exception {
            Answer yes = pc.yes();

            pc.assertRefused(Reason.UNKNOWN_REQUEST, () -> pc.answers.give("0".repeat(64), yes, When.IN_WINDOW));
        }

        @Test
        void aPlanThatIsUnderWayAlready() throws Exception {
            Answer yes = pc.yes();
            pc.upgrades.is(Phase.SWITCHES);

            assertRefused(Reason.UNKNOWN_REQUEST, yes);
        }

        @Test
        void anAnswerWithoutAnOpenQuestion() throws Exception {
            Answer yes = pc.yes();
            pc.lab.asking.questions.close(yes.question());

            assertRefused(Reason.QUESTION_CLOSED, yes);
        }

        @Test
        void aQuestionThatWasUsed() throws Exception {
            Answer first = pc.yes(FakeAccounts.USER, "111222");
            assertRefused(Reason.WRONG_PIN, first);

            assertRefused(
                    Reason.QUESTION_CLOSED,
                    new Answer(first.question(), first.account(), FakeAccounts.PIN.toCharArray(), first.text(), false));
        }

        @Test
        void anAnswerWithinTheFirstSecond() throws Exception {
            Answer yes = pc.yes();

            assertRefused(
                    Reason.TOO_SOON,
                    new Answer(pc.lab.asking.questions.open().id(), yes.account(), yes.pin(), yes.text(), false));
        }

        @Test
        void whileSomebodyIsConnectedByAnEngineThatDelegates() throws Exception {
            Answer yes = pc.yes();
            pc.lab.asking.engine(Reach.DELEGATED);

            assertRefused(Reason.REMOTE_INPUT, yes);
        }

        @Test
        void anotherText() throws Exception {
            Answer yes = pc.yes();

            assertRefused(
                    Reason.OTHER_TEXT, new Answer(yes.question(), yes.account(), yes.pin(), "0".repeat(64), false));
        }

        @Test
        void theTextOfAnotherUpgradeUnderTheSameIdentity() throws Exception {
            Answer yes = pc.yes();
            pc.upgrades.offers(Upgrading.plan(true));

            assertRefused(Reason.OTHER_TEXT, yes);
        }

        @Test
        void anUnknownAccount() throws Exception {
            assertRefused(Reason.ACCOUNT, pc.yes(new AccountId("00000000000000c3"), FakeAccounts.PIN));
        }

        @Test
        void aLockedAccount() throws Exception {
            pc.lab.people.refuses(AccountRefusedException.Reason.LOCKED);

            assertRefused(Reason.LOCKED, pc.yes());
        }

        @Test
        void whileChangesAreFrozen() throws Exception {
            Answer yes = pc.yes();
            pc.lab.consents.freeze(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());

            assertRefused(Reason.FROZEN, yes);
        }

        @Test
        void aPcWhoseKeyIsNotPinned() throws Exception {
            pc.lab.storage.delete(Laboratory.INSTALLATION.resolve("device.pub"));

            assertRefused(Reason.NOT_PINNED, pc.yes());
        }

        @Test
        void whileTheKeysAreNotOpen() throws Exception {
            pc.lab.around.identity = null;

            assertRefused(Reason.NO_KEYS, pc.yes());
        }

        @Test
        void whileTheLedgerIsAbsent() throws Exception {
            pc.lab.around.ledger = null;

            assertRefused(Reason.LEDGER, pc.yes());
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"NO_SPACE", "SHORT_WRITE", "WRITE_ERROR", "FORCE_ERROR", "READ_ONLY"})
        void whileTheDiskTakesNothing(Fault fault) throws Exception {
            Answer yes = pc.yes();
            pc.lab.storage.failFrom(1, fault);

            assertRefused(Reason.LEDGER, yes);
        }

        @Test
        void whileTheUpgradeUtilityIsAbsent() throws Exception {
            Answer yes = pc.yes();
            pc.lab.around.upgrades = null;

            assertRefused(Reason.UNKNOWN_REQUEST, yes);
        }
    }
}
