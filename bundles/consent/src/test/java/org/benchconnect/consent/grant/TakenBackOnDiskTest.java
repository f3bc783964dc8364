package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.Laboratory.GRANT;
import static org.benchconnect.consent.grant.Laboratory.SIGNATURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the disk holds, lost or gets back: nothing that was taken back runs by it. */
class TakenBackOnDiskTest {
    private Laboratory lab;

    @BeforeEach
    void remoteSupportIsAllowed() throws Exception {
        lab = new Laboratory();
        lab.supportAllowed();
    }

    @Test
    void onAFullDiskItIsDurableByDeleting() throws Exception {
        boolean durable = isDurableOnAFullDisk();
        for (int i = 0; i < 4 && !durable; i++) { // who takes back waits for no disk that this PC does not let write
            remoteSupportIsAllowed();
            durable = isDurableOnAFullDisk();
        }

        assertTrue(durable);
        assertFalse(lab.storage.state().files().contains(GRANT));
        lab.storage.heal();
        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    private boolean isDurableOnAFullDisk() {
        lab.storage.failFrom(1, Fault.NO_SPACE);
        return lab.supportTakenBack();
    }

    @Test
    void onAReadOnlyDiskItSaysThatItIsNotDurableAndTriesAgain() throws Exception {
        lab.storage.failFrom(1, Fault.READ_ONLY);

        boolean durable = lab.supportTakenBack();
        boolean ranOn = lab.launcher.runs(Laboratory.SUPPORT);
        ConsentReport.Subject said = ConsentReport.subject(lab.consents.summary());
        lab.storage.heal();
        lab.pass(Duration.ofMinutes(2));

        assertFalse(durable);
        assertFalse(ranOn);
        assertEquals(ConsentReport.Subject.CONSENT_NOT_DURABLE, said);
        assertTrue(lab.consents.summary().durable());
        assertFalse(lab.storage.state().files().contains(GRANT));
        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void aWithdrawalThatReturnedAsDurableIsForgottenInNoStateOfTheDisk() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, () -> List.copyOf(acknowledged));

        if (lab.supportTakenBack()) {
            acknowledged.add("withdrawn");
        }
        loss.look();

        assertTrue(loss.check((left, known) -> assertTrue(known.isEmpty()
                                || !lab.startedWith(left).launcher.runs(Laboratory.SUPPORT)))
                        .states()
                > 1);
    }

    @Test
    void aGrantThatIsReplayedAfterTheWithdrawalDoesNotRunAndIsInTheLedger() throws Exception {
        byte[] grant = lab.storage.read(GRANT, 10_000).orElseThrow();
        byte[] signature = lab.storage.read(SIGNATURE, 10_000).orElseThrow();
        lab.supportTakenBack();
        lab.awaitNoGrant();

        lab.write(GRANT, new String(grant, StandardCharsets.ISO_8859_1));
        lab.write(SIGNATURE, new String(signature, StandardCharsets.ISO_8859_1));
        Laboratory again = lab.restarted();

        assertFalse(again.launcher.runs(Laboratory.SUPPORT));
        assertEquals(1, again.count(EventKind.GRANT_REFUSED));
        assertEquals(
                NeedsConsent.State.GRANT_REFUSED,
                again.consents.features().get(0).state());
    }

    @Test
    void anOldGrantDoesNotRunAfterANewerConsent() throws Exception {
        byte[] old = lab.storage.read(GRANT, 10_000).orElseThrow();
        byte[] signature = lab.storage.read(SIGNATURE, 10_000).orElseThrow();
        lab.supportTakenBack();
        lab.awaitNoGrant();
        lab.supportAllowed();

        lab.write(GRANT, new String(old, StandardCharsets.ISO_8859_1));
        lab.write(SIGNATURE, new String(signature, StandardCharsets.ISO_8859_1));

        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void anEditedGrantDoesNotRunAndIsInTheLedger() throws Exception {
        String grant = new String(lab.storage.read(GRANT, 10_000).orElseThrow(), StandardCharsets.US_ASCII);

        lab.write(GRANT, grant.replace("view-screen", "transfer-files,view-screen"));
        Laboratory again = lab.restarted();

        assertFalse(again.launcher.runs(Laboratory.SUPPORT));
        assertEquals(Laboratory.SUPPORT, again.detail(EventKind.GRANT_REFUSED, Detail.FEATURE));
    }

    @Test
    void aConsentWhoseGrantIsGoneIsOverForGood() throws Exception {
        lab.storage.delete(GRANT);

        Laboratory again = lab.restarted();

        assertFalse(again.launcher.runs(Laboratory.SUPPORT));
        assertEquals(Consent.State.WITHDRAWN, again.consents.consents().get(0).state());
    }

    @Test
    void afterALedgerThatBrokeNothingRunsUntilItIsAllowedAgain() throws Exception {
        for (Path file : lab.storage.state().files()) {
            if (file.startsWith(Laboratory.HOME.resolve("ledger"))) {
                lab.storage.delete(file);
            }
        }

        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void afterARestartItIsAllowedAndNotRunningYetUntilSomebodyLooked() throws Exception {
        lab.launcher.has(
                Laboratory.SUPPORT, "0.1.0", Laboratory.SUPPORT_PRIVILEGES, List.of(), FakeModules.module("bridge"));
        Laboratory again = lab.restartedWithoutLooking();

        assertEquals(NeedsConsent.State.FAILED, again.consents.features().get(0).state());
        assertTrue(again.consents.features().get(0).consent().isPresent());
    }

    @Test
    void anotherInstrumentStopsItUntilTheOldOneIsBack() {
        lab.around.model = "DxFLEX";
        lab.consents.look();
        boolean ranThere = lab.launcher.runs(Laboratory.SUPPORT);
        NeedsConsent.State state = lab.consents.features().get(0).state();

        lab.around.model = "Navios EX";
        lab.consents.look();

        assertFalse(ranThere);
        assertEquals(NeedsConsent.State.OTHER_INSTRUMENT, state);
        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));
    }
}
