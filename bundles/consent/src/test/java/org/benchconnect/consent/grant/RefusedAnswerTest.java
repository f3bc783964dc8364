package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.RefusedAnswers.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

        assertRefused(lab, Reason.UNKNOWN_REQUEST, "0000000000000000", answer);
    }

    @Test
    void anAnsweredRequest() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.give(request);

        assertRefused(lab, Reason.UNKNOWN_REQUEST, request.id(), lab.yes(request));
    }

    @Test
    void anAnswerWithoutAnOpenQuestion() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer answer = lab.yes(request);
        lab.asking.questions.close(answer.question());

        assertRefused(lab, Reason.QUESTION_CLOSED, request.id(), answer);
    }

    @Test
    void anAnswerToAQuestionThatWasUsed() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer first = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);
        assertRefused(lab, Reason.WRONG_PIN, request.id(), first);

        assertRefused(
                lab,
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

        assertRefused(lab, Reason.TOO_SOON, request.id(), early);
    }

    @Test
    void anAnswerWhileSomebodyIsConnectedByAnEngineThatDelegates() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer answer = lab.yes(request);
        lab.asking.engine(Reach.DELEGATED);

        assertRefused(lab, Reason.REMOTE_INPUT, request.id(), answer);
    }

    @Test
    void anAnswerToAnotherText() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer yes = lab.yes(request);
        Answer other = new Answer(yes.question(), yes.account(), yes.pin(), "0".repeat(64), false);

        assertRefused(lab, Reason.OTHER_TEXT, request.id(), other);
    }

    @Test
    void anAnswerToATextOfAnotherRequest() throws Exception {
        ConsentRequest support = lab.askSupport();
        ConsentRequest transfer = lab.askInstall(Plans.transfer("2.0.0"));

        assertRefused(lab, Reason.OTHER_TEXT, transfer.id(), lab.yes(support));
    }

    @Test
    void anAnswerGivenForAnotherInstrument() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.around.model = "DxFLEX";

        assertRefused(lab, Reason.OTHER_TEXT, request.id(), lab.yes(request));
    }

    @Test
    void anUnknownAccount() throws Exception {
        ConsentRequest request = lab.askSupport();

        assertRefused(
                lab,
                Reason.ACCOUNT,
                request.id(),
                lab.yes(request, new AccountId("00000000000000c3"), FakeAccounts.PIN, false));
    }

    @Test
    void anotherPin() throws Exception {
        ConsentRequest request = lab.askSupport();

        assertRefused(
                lab, Reason.WRONG_PIN, request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false));
    }

    @Test
    void aLockedAccountWithHowLong() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.people.refuses(AccountRefusedException.Reason.LOCKED);

        AnswerRefusedException refused = assertRefused(lab, Reason.LOCKED, request.id(), lab.yes(request));

        assertEquals(30, refused.remaining().toSeconds());
    }

    @Test
    void aUserWherePrivilegesAreAsked() throws Exception {
        ConsentRequest request = lab.askSupport();

        assertEquals(Role.LABORATORY_ADMINISTRATOR, request.role());
        assertRefused(
                lab,
                Reason.NOT_ADMINISTRATOR,
                request.id(),
                lab.yes(request, FakeAccounts.USER, FakeAccounts.PIN, false));
    }

    @Test
    void anInstrumentForWhichItIsNotReleased() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        lab.around.model = "DxFLEX";

        assertRefused(lab, Reason.MODEL, request.id(), lab.yes(request));
    }

    @Test
    void fileTransferWhereTheInstrumentIsUnknown() throws Exception {
        lab.around.model = "";
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));

        assertRefused(lab, Reason.MODEL, request.id(), lab.yes(request));
    }

    @Test
    void anInstallationWhileChangesAreFrozen() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        lab.consents.freeze(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());

        assertRefused(lab, Reason.FROZEN, request.id(), lab.yes(request));
    }

    @Test
    void aRefusedAnswerIsInTheLedger() throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer wrong = lab.yes(request, FakeAccounts.ADMINISTRATOR, "111222", false);

        assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request.id(), wrong));

        assertEquals("WRONG_PIN", lab.detail(EventKind.ANSWER_REFUSED, Detail.REASON));
        assertEquals(FakeAccounts.ADMINISTRATOR.value(), lab.detail(EventKind.ANSWER_REFUSED, Detail.ACCOUNT));
    }
}
