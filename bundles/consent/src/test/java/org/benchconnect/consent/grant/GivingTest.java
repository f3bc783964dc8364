package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.Laboratory.GRANT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GivingTest {
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
        lab.installer.duringInstallation = () -> known.add(lab.kinds().contains(EventKind.CONSENT_GIVEN));

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

    @Test
    void aFailedInstallationOfANewerVersionLeavesTheOldConsentInForce() throws Exception {
        lab.give(lab.askInstall(Plans.transfer("2.0.0")));
        ConsentRequest newer = lab.askInstall(Plans.transfer("2.1.0"));
        lab.installer.installationFails = Optional.of(RefusedFor.NOT_STARTED);

        assertThrows(AnswerRefusedException.class, () -> lab.give(newer));
        lab.launcher.evict(Plans.TRANSFER);
        lab.consents.look();

        assertTrue(lab.launcher.runs(Plans.TRANSFER));
        assertEquals(
                List.of(Consent.State.FAILED, Consent.State.RUNS),
                lab.consents.consents().stream().map(Consent::state).toList());
    }
}
