package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.core.text.Language;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GivingTest {
    private static final Path GRANT = Laboratory.HOME.resolve("grants").resolve(Laboratory.SUPPORT);

    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    @Test
    void nothingWithPrivilegesRunsOnANewPc() {
        lab.consents.look();

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(
                NeedsConsent.State.NOT_ALLOWED, lab.consents.features().get(0).state());
        assertTrue(lab.consents.features().get(0).base());
    }

    @Test
    void whatIsAllowedRunsWhenTheCallReturns() throws Exception {
        Consent consent = lab.supportAllowed();

        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(Consent.State.RUNS, consent.state());
        assertEquals(List.of(consent), lab.consents.consents());
        assertEquals(NeedsConsent.State.RUNS, lab.consents.features().get(0).state());
        assertTrue(lab.consents.requests(Language.EN).isEmpty());
    }

    @Test
    void theLedgerHasItBeforeTheGrantAndTheGrantIsThereBeforeTheStart() throws Exception {
        List<Boolean> before = new ArrayList<>();
        lab.storage.listen(operation -> {
            if (operation.contains("grants")) {
                before.add(lab.kinds().contains(EventKind.CONSENT_GIVEN));
            }
        });
        List<Boolean> grantAtStart = new ArrayList<>();
        lab.launcher.onStart(() -> grantAtStart.add(lab.storage.state().files().contains(GRANT)));

        lab.supportAllowed();

        assertFalse(before.isEmpty());
        assertFalse(before.contains(false));
        assertEquals(List.of(true), grantAtStart);
    }

    @Test
    void theConsentIsBoundToBytesPrivilegesTextLanguageInstrumentPersonAndTime() throws Exception {
        lab.askSupport();
        ConsentRequest request = lab.consents.requests(Language.IT).get(0);

        Consent consent = lab.give(request);

        assertEquals(Laboratory.SUPPORT, consent.feature());
        assertEquals("0.1.0", consent.version());
        assertEquals(request.document(), consent.document());
        assertEquals(new Digests.Listed(List.of(FakeModules.module("bridge"))).digest(), consent.modules());
        assertEquals(request.privileges(), consent.privileges());
        assertEquals(request.textDigest(), consent.text());
        assertEquals(Language.IT, consent.language());
        assertEquals(Optional.of("NAVIOS_EX"), consent.model());
        assertEquals(FakeAccounts.ADMINISTRATOR, consent.by());
        assertEquals(Laboratory.MORNING, consent.at());
        assertEquals(request.id(), lab.detail(EventKind.CONSENT_GIVEN, Detail.REQUEST));
    }

    @Test
    void aPlanIsInstalledOnlyAfterTheLedgerHasTheConsent() throws Exception {
        List<Boolean> known = new ArrayList<>();
        lab.duringInstallation = () -> known.add(lab.kinds().contains(EventKind.CONSENT_GIVEN));

        lab.give(lab.askInstall(Plans.transfer("2.0.0")));

        assertEquals(List.of(true), known);
        assertTrue(lab.launcher.runs(Plans.TRANSFER));
        assertEquals(1, lab.count(EventKind.FEATURE_INSTALLED));
        assertEquals(1, lab.count(EventKind.FEATURE_STARTED));
    }

    @Test
    void aFeatureWithoutPrivilegesIsAllowedByAUserAndNeedsNoGrant() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.of("org.example.help", "1.0.0", Set.of(), Set.of()));

        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.USER, FakeAccounts.PIN, false));

        assertEquals(Role.LABORATORY_USER, request.role());
        assertEquals(1, lab.count(EventKind.FEATURE_INSTALLED));
        assertTrue(lab.storage.state().files().stream().noneMatch(file -> file.startsWith(GRANT.getParent())));
    }

    @Test
    void whatWasAllowedRunsAgainAfterARestart() throws Exception {
        lab.supportAllowed();

        Laboratory again = lab.restarted();

        assertTrue(again.launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void thePinIsWipedWhateverHappens() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer wrong = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);

        assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request.id(), wrong));

        assertArrayEquals(new char[6], wrong.pin());
    }

    @Nested
    class Refused {
        @Test
        void anUnknownRequest() throws Exception {
            Answer answer = lab.yes(lab.askSupport());

            assertRefused(Reason.UNKNOWN_REQUEST, "0000000000000000", answer);
        }

        @Test
        void anAnsweredRequest() throws Exception {
            ConsentRequest request = lab.askSupport();
            lab.give(request);

            assertRefused(Reason.UNKNOWN_REQUEST, request.id(), lab.yes(request));
        }

        @Test
        void anAnswerWithoutAnOpenQuestion() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer answer = lab.yes(request);
            lab.asking.questions.close(answer.question());

            assertRefused(Reason.QUESTION_CLOSED, request.id(), answer);
        }

        @Test
        void anAnswerToAQuestionThatWasUsed() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer first = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);
            assertRefused(Reason.WRONG_PIN, request.id(), first);

            assertRefused(
                    Reason.QUESTION_CLOSED,
                    request.id(),
                    new Answer(first.question(), first.account(), FakeAccounts.PIN.toCharArray(), first.text(), false));
        }

        @Test
        void anAnswerWithinTheFirstSecond() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer early = new Answer(
                    lab.asking.questions.open().id(),
                    FakeAccounts.ADMINISTRATOR,
                    FakeAccounts.PIN.toCharArray(),
                    request.textDigest(),
                    false);

            assertRefused(Reason.TOO_SOON, request.id(), early);
        }

        @Test
        void anAnswerWhileSomebodyIsConnectedByAnEngineThatDelegates() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer answer = lab.yes(request);
            lab.asking.engine(Reach.DELEGATED);

            assertRefused(Reason.REMOTE_INPUT, request.id(), answer);
        }

        @Test
        void anAnswerToAnotherText() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer yes = lab.yes(request);
            Answer other = new Answer(yes.question(), yes.account(), yes.pin(), "0".repeat(64), false);

            assertRefused(Reason.OTHER_TEXT, request.id(), other);
        }

        @Test
        void anAnswerToATextOfAnotherRequest() throws Exception {
            ConsentRequest support = lab.askSupport();
            ConsentRequest transfer = lab.askInstall(Plans.transfer("2.0.0"));

            assertRefused(Reason.OTHER_TEXT, transfer.id(), lab.yes(support));
        }

        @Test
        void anAnswerGivenForAnotherInstrument() throws Exception {
            ConsentRequest request = lab.askSupport();
            lab.model = "DxFLEX";

            assertRefused(Reason.OTHER_TEXT, request.id(), lab.yes(request));
        }

        @Test
        void aPlanWhoseBytesChangedBetweenQuestionAndAnswer() throws Exception {
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
            lab.installationFails = Optional.of(RefusedFor.MISMATCH);

            assertRefused(Reason.OTHER_BYTES, request.id(), lab.yes(request));
        }

        @Test
        void aSourceThatOffersOtherBytesAfterARestart() throws Exception {
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
            lab.offers(Plans.transfer("2.0.1"));
            lab = lab.restarted();

            assertRefused(Reason.OTHER_BYTES, request.id(), lab.yes(request));
        }

        @Test
        void anUnknownAccount() throws Exception {
            ConsentRequest request = lab.askSupport();

            assertRefused(
                    Reason.ACCOUNT,
                    request.id(),
                    lab.yes(request, new AccountId("00000000000000c3"), FakeAccounts.PIN, false));
        }

        @Test
        void anotherPin() throws Exception {
            ConsentRequest request = lab.askSupport();

            assertRefused(
                    Reason.WRONG_PIN, request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false));
        }

        @Test
        void aLockedAccountWithHowLong() throws Exception {
            ConsentRequest request = lab.askSupport();
            lab.people.refuses(AccountRefusedException.Reason.LOCKED);

            AnswerRefusedException refused = assertRefused(Reason.LOCKED, request.id(), lab.yes(request));

            assertEquals(30, refused.remaining().toSeconds());
        }

        @Test
        void aUserWherePrivilegesAreAsked() throws Exception {
            ConsentRequest request = lab.askSupport();

            assertEquals(Role.LABORATORY_ADMINISTRATOR, request.role());
            assertRefused(
                    Reason.NOT_ADMINISTRATOR,
                    request.id(),
                    lab.yes(request, FakeAccounts.USER, FakeAccounts.PIN, false));
        }

        @Test
        void anInstrumentForWhichItIsNotReleased() throws Exception {
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
            lab.model = "DxFLEX";

            assertRefused(Reason.MODEL, request.id(), lab.yes(request));
        }

        @Test
        void fileTransferWhereTheInstrumentIsUnknown() throws Exception {
            lab.model = "";
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));

            assertRefused(Reason.MODEL, request.id(), lab.yes(request));
        }

        @Test
        void anInstallationWhileChangesAreFrozen() throws Exception {
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
            lab.consents.freeze(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());

            assertRefused(Reason.FROZEN, request.id(), lab.yes(request));
        }

        @Test
        void aPcWhoseKeyIsNotPinned() throws Exception {
            lab.storage.delete(Laboratory.INSTALLATION.resolve("device.pub"));
            ConsentRequest request = lab.askSupport();

            assertRefused(Reason.NOT_PINNED, request.id(), lab.yes(request));
        }

        @Test
        void aPcOnWhichAnotherDeviceIsPinned() throws Exception {
            lab.write(
                    Laboratory.INSTALLATION.resolve("device.pub"),
                    new FakeDevice().key().toText());
            ConsentRequest request = lab.askSupport();

            assertRefused(Reason.NOT_PINNED, request.id(), lab.yes(request));
        }

        @Test
        void whileTheKeysAreNotOpen() throws Exception {
            lab.identity = null;
            ConsentRequest request = lab.askSupport();

            assertRefused(Reason.NO_KEYS, request.id(), lab.yes(request));
        }

        @Test
        void whileTheLedgerIsAbsent() throws Exception {
            ConsentRequest request = lab.askSupport();
            lab.ledger = null;

            assertRefused(Reason.LEDGER, request.id(), lab.yes(request));
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"NO_SPACE", "SHORT_WRITE", "WRITE_ERROR", "FORCE_ERROR", "READ_ONLY"})
        void whileTheDiskTakesNothing(Fault fault) throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer answer = lab.yes(request);
            lab.storage.failFrom(1, fault);

            assertRefused(Reason.LEDGER, request.id(), answer);
        }

        @Test
        void whileAccountsQuestionsOrLauncherAreAbsent() throws Exception {
            ConsentRequest request = lab.askSupport();
            lab.accounts = null;
            assertRefused(Reason.FAILED, request.id(), lab.yes(request));
            lab.accounts = lab.people;
            lab.modules = null;
            assertRefused(Reason.UNKNOWN_REQUEST, request.id(), lab.yes(request));
            lab.modules = lab.launcher;
            Answer answer = lab.yes(request);
            lab.questions = null;
            assertRefused(Reason.QUESTION_CLOSED, request.id(), answer);
        }

        @Test
        void anInstallationWithoutThePartThatInstalls() throws Exception {
            ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
            lab.generations = null;

            assertRefused(Reason.FAILED, request.id(), lab.yes(request));
        }

        @Test
        void modulesThatDoNotStart() throws Exception {
            lab.launcher.refusesToStart();
            ConsentRequest request = lab.askSupport();

            assertRefused(Reason.FAILED, request.id(), lab.yes(request));

            assertEquals(1, lab.count(EventKind.FEATURE_FAILED));
            assertFalse(lab.storage.state().files().contains(GRANT));
            assertEquals(Consent.State.FAILED, lab.consents.consents().get(0).state());
        }

        @Test
        void aGrantThatTheDiskDoesNotTake() throws Exception {
            ConsentRequest request = lab.askSupport();
            Answer answer = lab.yes(request);
            lab.storage.listen(operation -> {
                if (lab.kinds().contains(EventKind.CONSENT_GIVEN)) {
                    lab.storage.failFrom(1, Fault.WRITE_ERROR);
                }
            });

            assertRefused(Reason.FAILED, request.id(), answer);

            lab.storage.listen(operation -> {});
            lab.storage.heal();
            assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
        }

        @Test
        void aConsentThatIsWithdrawnWhileItIsCarriedOut() throws Exception {
            lab.launcher.onStart(() -> lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty()));
            ConsentRequest request = lab.askSupport();

            assertRefused(Reason.FAILED, request.id(), lab.yes(request));

            assertFalse(lab.storage.state().files().contains(GRANT));
        }

        private AnswerRefusedException assertRefused(Reason reason, String request, Answer answer) {
            AnswerRefusedException refused =
                    assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request, answer));
            assertEquals(reason, refused.reason(), String.valueOf(refused.getMessage()));
            assertTrue(lab.launcher.features().stream()
                            .noneMatch(one -> one.running() && !one.privileges().isEmpty())
                    || reason == Reason.UNKNOWN_REQUEST);
            return refused;
        }
    }

    @Test
    void aRefusedAnswerIsInTheLedger() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer wrong = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);

        assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request.id(), wrong));

        assertEquals("WRONG_PIN", lab.detail(EventKind.ANSWER_REFUSED, Detail.REASON));
        assertEquals(FakeAccounts.ADMINISTRATOR.value(), lab.detail(EventKind.ANSWER_REFUSED, Detail.ACCOUNT));
    }

    @Test
    void aFailedInstallationOfANewerVersionLeavesTheOldConsentInForce() throws Exception {
        lab.give(lab.askInstall(Plans.transfer("2.0.0")));
        ConsentRequest newer = lab.askInstall(Plans.transfer("2.1.0"));
        lab.installationFails = Optional.of(RefusedFor.NOT_STARTED);

        assertThrows(AnswerRefusedException.class, () -> lab.give(newer));
        lab.launcher.evict(Plans.TRANSFER);
        lab.consents.look();

        assertTrue(lab.launcher.runs(Plans.TRANSFER));
        assertEquals(
                List.of(Consent.State.FAILED, Consent.State.RUNS),
                lab.consents.consents().stream().map(Consent::state).toList());
    }
}
