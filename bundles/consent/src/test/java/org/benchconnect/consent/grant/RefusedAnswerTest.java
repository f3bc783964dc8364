package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person says that does not count. */
class RefusedAnswerTest {
    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

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

        assertRefused(Reason.WRONG_PIN, request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false));
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
                Reason.NOT_ADMINISTRATOR, request.id(), lab.yes(request, FakeAccounts.USER, FakeAccounts.PIN, false));
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
    void aRefusedAnswerIsInTheLedger() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer wrong = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);

        assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request.id(), wrong));

        assertEquals("WRONG_PIN", lab.detail(EventKind.ANSWER_REFUSED, Detail.REASON));
        assertEquals(FakeAccounts.ADMINISTRATOR.value(), lab.detail(EventKind.ANSWER_REFUSED, Detail.ACCOUNT));
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
