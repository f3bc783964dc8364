package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.Laboratory.GRANT;
import static org.benchconnect.consent.grant.Laboratory.SIGNATURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent.State;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A consent is kept by a newer version and by going back, and by nothing else. */
class AcrossUpgradesTest {
    private Laboratory lab;

    @BeforeEach
    void remoteSupportIsAllowedWithItsNewerVersions() throws Exception {
        lab = new Laboratory();
        allowed(lab, true);
    }

    static void allowed(Laboratory lab, boolean newerVersions) throws Exception {
        ConsentRequest request = lab.askSupport();
        lab.consents.give(request.id(), lab.yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, newerVersions));
    }

    /** This version is in the generation that runs now. */
    static void isHere(Laboratory lab, String version) {
        lab.launcher.has(
                Laboratory.SUPPORT,
                version,
                Laboratory.SUPPORT_PRIVILEGES,
                List.of(),
                FakeModules.module(version.equals("0.1.0") ? "bridge" : "bridge " + version));
    }

    static void wentBack(Ledger ledger) {
        ledger.note(Event.of(EventKind.UPGRADE_WENT_BACK).with(Detail.GENERATION, 2));
    }

    private boolean runsAs(String version) {
        isHere(lab, version);
        lab.look();
        lab.look();
        return lab.launcher.runs(Laboratory.SUPPORT);
    }

    @Test
    void theNewerVersionRunsAndTheOldOneAgainAfterGoingBackAsOftenAsThatHappens() {
        for (int i = 0; i < 3; i++) {
            assertTrue(runsAs("0.2.0"));
            wentBack(lab.realLedger);
            assertTrue(runsAs("0.1.0"));
        }

        assertEquals(7, lab.count(EventKind.CONSENT_GIVEN));
        assertEquals(0, lab.count(EventKind.GRANT_REFUSED));
        assertEquals("NAVIOS_EX", lab.detail(EventKind.CONSENT_GIVEN, Detail.MODEL));
    }

    @Test
    void whatCameBackNamesTheConsentThatAPersonGave() {
        runsAs("0.2.0");
        wentBack(lab.realLedger);
        runsAs("0.1.0");

        List<Consent> consents = lab.consents.consents();
        assertEquals(String.valueOf(consents.get(2).entry()), lab.detail(EventKind.CONSENT_GIVEN, Detail.ENTRY));
        assertEquals(consents.get(2).text(), consents.get(0).text());
        assertEquals(consents.get(2).modules(), consents.get(0).modules());
    }

    @Test
    void twoVersionsBackOneAfterTheOtherBothRun() {
        assertTrue(runsAs("0.2.0"));
        assertTrue(runsAs("0.3.0"));
        wentBack(lab.realLedger);
        assertTrue(runsAs("0.2.0"));
        wentBack(lab.realLedger);
        assertTrue(runsAs("0.1.0"));
    }

    @Test
    void oldFilesThatArePutBackWithoutGoingBackDoNotRun() {
        wentBack(lab.realLedger); // an earlier time
        runsAs("0.2.0");

        assertFalse(runsAs("0.1.0"));
        assertEquals(State.GRANT_REFUSED, lab.consents.features().get(0).state());
    }

    @Test
    void whenTheLedgerSaysItLaterTheOldVersionRunsThen() {
        runsAs("0.2.0");
        assertFalse(runsAs("0.1.0"));

        wentBack(lab.realLedger);
        lab.look();

        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void whatWasTakenBackComesBackInNoDirection() {
        runsAs("0.2.0");
        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());

        wentBack(lab.realLedger);

        assertFalse(runsAs("0.1.0"));
        assertFalse(runsAs("0.2.0"));
        assertFalse(runsAs("0.3.0"));
    }

    @Test
    void whatWasTakenBackWhileTheLedgerTookNothingDoesNotComeBackEither() throws Exception {
        runsAs("0.2.0");
        lab.around.ledger = null;
        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());
        lab.awaitNoGrant();
        wentBack(lab.realLedger);

        lab = lab.restarted(); // what the ledger had not been told is forgotten; the old version is here

        assertFalse(runsAs("0.1.0"));
        assertFalse(runsAs("0.2.0"));
    }

    @Test
    void theGrantOfTheOldVersionReplayedProvesNothing() throws Exception {
        String list = text(GRANT);
        String signature = text(SIGNATURE);
        runsAs("0.2.0");
        wentBack(lab.realLedger);
        lab.write(GRANT, list);
        lab.write(SIGNATURE, signature);

        assertFalse(runsAs("0.1.0"));
    }

    private String text(Path file) throws Exception {
        return new String(lab.storage.read(file, 10_000).orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aConsentToTheNewerVersionAloneIsNoConsentToTheOldOne() throws Exception {
        runsAs("0.2.0");
        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());
        allowed(lab, true);

        wentBack(lab.realLedger);

        assertFalse(runsAs("0.1.0"));
    }

    @Test
    void otherBytesUnderTheOldVersionDoNotRun() {
        runsAs("0.2.0");
        wentBack(lab.realLedger);

        lab.launcher.has(
                Laboratory.SUPPORT, "0.1.0", Laboratory.SUPPORT_PRIVILEGES, List.of(), FakeModules.module("other"));
        lab.look();

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void aNewerVersionThatDoesNotStartCostsTheOldOneNothing() {
        lab.launcher.refusesToStart(true);
        assertFalse(runsAs("0.2.0"));
        assertEquals(2, lab.count(EventKind.CONSENT_GIVEN)); // tried once, not again and again
        lab.launcher.refusesToStart(false);

        wentBack(lab.realLedger);

        assertTrue(runsAs("0.1.0"));
        assertEquals(0, lab.count(EventKind.CONSENT_WITHDRAWN));
    }

    @Test
    void aNewerVersionThatDoesNotStartAndIsTakenBackStaysSo() throws Exception {
        lab.launcher.refusesToStart(true);
        runsAs("0.2.0");
        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());
        lab.awaitNoGrant();
        lab.launcher.refusesToStart(false);
        wentBack(lab.realLedger);

        assertFalse(runsAs("0.1.0"));
        assertFalse(lab.storage.state().files().contains(GRANT));
    }

    /** Without privileges the ledger alone decides. */
    @Nested
    class WithoutPrivileges {
        private void plainIsHere(String version) {
            lab.launcher.has(Plans.PLAIN, version, List.of(), List.of(), FakeModules.module(Plans.PLAIN + version));
        }

        private boolean runsPlain(String version) {
            plainIsHere(version);
            lab.look();
            lab.look();
            return lab.launcher.runs(Plans.PLAIN);
        }

        private void document(String version) throws Exception {
            Path features = Laboratory.HOME.resolve("generations/1/features");
            lab.storage.makeFolder(features);
            lab.write(features.resolve(Plans.PLAIN + "-" + version + ".json"), "{}");
            lab.write(Laboratory.HOME.resolve("generations/current"), "1\n");
        }

        @BeforeEach
        void itIsAllowed() throws Exception {
            lab.give(lab.askInstall(Plans.plain("1.0.0")));
            document("1.0.0");
            document("1.1.0");
            lab.look();
        }

        @Test
        void aNewerVersionThatNobodyAllowedIsRemoved() {
            assertFalse(runsPlain("1.1.0"));
        }

        @Test
        void aVersionThatAnUpgradeWasAllowedForStays() throws Exception {
            lab.realLedger.append(Event.of(EventKind.UPGRADE_ALLOWED)
                    .by(FakeAccounts.USER)
                    .with(Detail.PLAN, "ab".repeat(32))
                    .with(Detail.FEATURE, Plans.PLAIN)
                    .with(Detail.VERSION, "1.1.0")
                    .with(Detail.DOCUMENT, Digests.sha256("{}".getBytes(StandardCharsets.UTF_8))));

            assertTrue(runsPlain("1.1.0"));
            assertEquals("1.1.0", lab.detail(EventKind.CONSENT_GIVEN, Detail.VERSION));
            assertEquals(
                    Optional.of(FakeAccounts.USER),
                    lab.newest(EventKind.CONSENT_GIVEN).event().by());
            wentBack(lab.realLedger);
            assertTrue(runsPlain("1.0.0"));
        }

        @Test
        void nothingIsRemovedWhileTheGenerationChanges() {
            lab.upgrading.is(org.benchconnect.core.upgrade.UpgradeState.Phase.GOES_BACK);

            assertTrue(runsPlain("1.1.0"));
        }
    }
}
