package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.Laboratory.GRANT;
import static org.benchconnect.consent.grant.RefusedAnswers.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.benchconnect.core.consent.Answer;
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
    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    @Test
    void aPlanWhoseBytesChangedBetweenQuestionAndAnswer() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        lab.installer.installationFails = Optional.of(RefusedFor.MISMATCH);

        assertRefused(lab, Reason.OTHER_BYTES, request.id(), lab.yes(request));
    }

    @Test
    void aSourceThatOffersOtherBytesAfterARestart() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        lab.installer.offers(Plans.transfer("2.0.1"));
        lab = lab.restarted();

        assertRefused(lab, Reason.OTHER_BYTES, request.id(), lab.yes(request));
    }

    @Test
    void aPcWhoseKeyIsNotPinned() throws Exception {
        lab.storage.delete(Laboratory.INSTALLATION.resolve("device.pub"));
        ConsentRequest request = lab.askSupport();

        assertRefused(lab, Reason.NOT_PINNED, request.id(), lab.yes(request));
    }

    @Test
    void aPcOnWhichAnotherDeviceIsPinned() throws Exception {
        lab.write(
                Laboratory.INSTALLATION.resolve("device.pub"),
                DeviceKey.of(new InMemoryIdentity().publicKey()).toText());
        ConsentRequest request = lab.askSupport();

        assertRefused(lab, Reason.NOT_PINNED, request.id(), lab.yes(request));
    }

    @Test
    void whileTheKeysAreNotOpen() throws Exception {
        lab.around.identity = null;
        ConsentRequest request = lab.askSupport();

        assertRefused(lab, Reason.NO_KEYS, request.id(), lab.yes(request));
    }

    @Test
    void whileTheLedgerIsAbsent() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.around.ledger = null;

        assertRefused(lab, Reason.LEDGER, request.id(), lab.yes(request));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_SPACE", "SHORT_WRITE", "WRITE_ERROR", "FORCE_ERROR", "READ_ONLY"})
    void whileTheDiskTakesNothing(Fault fault) throws Exception {
        ConsentRequest request = lab.askSupport();
        Answer answer = lab.yes(request);
        lab.storage.failFrom(1, fault);

        assertRefused(lab, Reason.LEDGER, request.id(), answer);
    }

    @Test
    void whileAccountsQuestionsOrLauncherAreAbsent() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.around.accounts = null;
        assertRefused(lab, Reason.FAILED, request.id(), lab.yes(request));
        lab.around.accounts = lab.people;
        lab.around.modules = null;
        assertRefused(lab, Reason.UNKNOWN_REQUEST, request.id(), lab.yes(request));
        lab.around.modules = lab.launcher;
        Answer answer = lab.yes(request);
        lab.around.questions = null;
        assertRefused(lab, Reason.QUESTION_CLOSED, request.id(), answer);
    }

    @Test
    void anInstallationWithoutThePartThatInstalls() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        lab.around.generations = null;

        assertRefused(lab, Reason.FAILED, request.id(), lab.yes(request));
    }

    @Test
    void modulesThatDoNotStart() throws Exception {
        lab.launcher.refusesToStart(true);
        ConsentRequest request = lab.askSupport();

        assertRefused(lab, Reason.FAILED, request.id(), lab.yes(request));

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

        assertRefused(lab, Reason.FAILED, request.id(), answer);

        lab.storage.listen(operation -> {});
        lab.storage.heal();
        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void aConsentThatIsWithdrawnWhileItIsCarriedOut() throws Exception {
        lab.launcher.onStart(() -> lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty()));
        ConsentRequest request = lab.askSupport();

        assertRefused(lab, Reason.FAILED, request.id(), lab.yes(request));

        lab.awaitNoGrant();
        assertFalse(lab.storage.state().files().contains(GRANT));
    }
}
