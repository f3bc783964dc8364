package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this PC lacks, or what changed, so that nothing can be allowed. */
class WhatGivingNeedsTest {
    private static final Path GRANT = Laboratory.HOME.resolve("grants").resolve(Laboratory.SUPPORT);

    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
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
    void aPcWhoseKeyIsNotPinned() throws Exception {
        lab.storage.delete(Laboratory.INSTALLATION.resolve("device.pub"));
        ConsentRequest request = lab.askSupport();

        assertRefused(Reason.NOT_PINNED, request.id(), lab.yes(request));
    }

    @Test
    void aPcOnWhichAnotherDeviceIsPinned() throws Exception {
        lab.write(
                Laboratory.INSTALLATION.resolve("device.pub"),
                DeviceKey.of(new InMemoryIdentity().publicKey()).toText());
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
        lab.launcher.refusesToStart(true);
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
