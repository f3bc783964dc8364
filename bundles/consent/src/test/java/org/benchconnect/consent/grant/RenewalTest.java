package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which newer version keeps a consent, and which does not. */
class RenewalTest {
    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    /** Other modules of the same privileges are installed and looked at. */
    private void supportIsNow(String version, String bytes) throws Exception {
        lab.launcher.has(
                Laboratory.SUPPORT, version, Laboratory.SUPPORT_PRIVILEGES, List.of(), FakeModules.module(bytes));
        lab.consents.look();
    }

    @Test
    void aNewerVersionKeepsTheConsentIfThePersonSaidSo() throws Exception {
        ConsentRequest request = lab.askSupport();
        Consent old =
                lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));

        supportIsNow("0.2.0", "newer bridge");

        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals("0.2.0", lab.consents.consents().get(0).version());
        assertEquals(String.valueOf(old.entry()), lab.detail(EventKind.CONSENT_GIVEN, Detail.ENTRY));
        assertEquals(FakeAccounts.ADMINISTRATOR, lab.consents.consents().get(0).by());
    }

    @Test
    void garbageInPlaceOfTheGrantIsNotRenewedForANewerVersion() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));
        lab.write(Laboratory.GRANT, "garbage");

        supportIsNow("0.2.0", "newer bridge");

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(1, lab.count(EventKind.CONSENT_GIVEN));
        assertEquals("RENEWAL", lab.detail(EventKind.GRANT_REFUSED, Detail.RULE));
    }

    @Test
    void aConsentToPrivilegesByWhoWasNeverAnAdministratorIsNotRenewed() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));
        lab.people.isUserNow(FakeAccounts.ADMINISTRATOR);

        supportIsNow("0.2.0", "newer bridge");

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(1, lab.count(EventKind.CONSENT_GIVEN));
    }

    @Test
    void aReplacedConsentDoesNotComeBackWithItsOldFiles() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));
        Path grant = Laboratory.GRANT;
        Path signature = grant.resolveSibling(Laboratory.SUPPORT + ".sig");
        byte[] oldGrant = lab.storage.read(grant, 1 << 20).orElseThrow();
        byte[] oldSignature = lab.storage.read(signature, 1 << 20).orElseThrow();
        supportIsNow("0.2.0", "newer bridge");
        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));

        lab.storage.create(grant, oldGrant);
        lab.storage.create(signature, oldSignature);
        supportIsNow("0.1.0", "bridge");
        lab.consents.look();

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(0, lab.count(EventKind.FEATURE_FAILED));
    }

    @Test
    void aNewerVersionIsAskedForAgainIfThePersonDidNotSaySo() throws Exception {
        lab.supportAllowed();

        supportIsNow("0.2.0", "newer bridge");

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertEquals(1, lab.count(EventKind.CONSENT_GIVEN));
    }

    @Test
    void aNewerVersionNeverKeepsItForAPrivilegeMore() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));

        lab.launcher.has(
                Laboratory.SUPPORT,
                "0.2.0",
                List.of("control-input", "share-clipboard", "transfer-files", "view-screen"),
                List.of("NAVIOS_EX"),
                FakeModules.module("newer bridge"));
        lab.consents.look();

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void otherBytesOfTheSameVersionDoNotKeepIt() throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));

        supportIsNow("0.1.0", "other bytes");

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
    }
}
