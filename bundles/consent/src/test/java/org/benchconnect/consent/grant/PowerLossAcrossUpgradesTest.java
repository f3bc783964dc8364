package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;

/** In every state of the disk that a loss of power can leave while a consent is carried over, forth and back. */
class PowerLossAcrossUpgradesTest {
    private final List<String> said = new ArrayList<>();

    private Laboratory with(DiskState left, Laboratory before, String version, boolean back) throws Exception {
        Laboratory again = before.startedWith(left);
        AcrossUpgradesTest.isHere(again, version);
        if (back) {
            AcrossUpgradesTest.wentBack(again.realLedger);
        }
        again.look();
        again.look();
        again.look();
        return again;
    }

    private boolean runs(DiskState left, Laboratory before, String version, boolean back) throws Exception {
        return with(left, before, version, back).launcher.runs(Laboratory.SUPPORT);
    }

    private void upgradeAndBack(Laboratory lab) {
        AcrossUpgradesTest.isHere(lab, "0.2.0");
        lab.look();
        AcrossUpgradesTest.wentBack(lab.realLedger);
        AcrossUpgradesTest.isHere(lab, "0.1.0");
        lab.look();
    }

    @Test
    void noGrantIsLostWhicheverVersionRunsAfterwards() throws Exception {
        Laboratory lab = new Laboratory();
        AcrossUpgradesTest.allowed(lab, true);
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, List::of);

        upgradeAndBack(lab);

        PowerLoss.Counts counts = loss.check((left, known) -> {
            assertTrue(runs(left, lab, "0.2.0", false), "the newer version");
            assertTrue(runs(left, lab, "0.1.0", true), "the old version");
        });
        assertTrue(counts.states() > 20, counts.toString());
    }

    @Test
    void noGrantIsLostWhenANewerVersionDoesNotStart() throws Exception {
        Laboratory lab = new Laboratory();
        AcrossUpgradesTest.allowed(lab, true);
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, List::of);

        lab.launcher.refusesToStart(true);
        AcrossUpgradesTest.isHere(lab, "0.2.0");
        lab.look();
        lab.launcher.refusesToStart(false);
        AcrossUpgradesTest.wentBack(lab.realLedger);
        AcrossUpgradesTest.isHere(lab, "0.1.0");
        lab.look();

        loss.check((left, known) -> assertTrue(runs(left, lab, "0.1.0", true)));
    }

    @Test
    void noGrantCountsThatNobodyGave() throws Exception {
        Laboratory lab = new Laboratory();
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, List::of);

        AcrossUpgradesTest.allowed(lab, true);
        upgradeAndBack(lab);

        loss.check((left, known) -> {
            boolean given = lab.startedWith(left).count(EventKind.CONSENT_GIVEN) > 0;
            for (String version : List.of("0.1.0", "0.2.0", "0.3.0")) {
                assertTrue(given || !runs(left, lab, version, true), version);
            }
        });
    }

    @Test
    void whatWasTakenBackRunsInNoStateAndNoVersion() throws Exception {
        Laboratory lab = new Laboratory();
        AcrossUpgradesTest.allowed(lab, true);
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, () -> List.copyOf(said));

        AcrossUpgradesTest.isHere(lab, "0.2.0");
        lab.look();
        if (!lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty()).durable()) {
            lab.awaitNoGrant(); // nobody who takes back waits for a disk that this PC does not let write
            lab.look();
        }
        assertTrue(lab.consents.summary().durable());
        said.add("taken back");
        loss.look();
        AcrossUpgradesTest.wentBack(lab.realLedger);
        AcrossUpgradesTest.isHere(lab, "0.1.0");
        lab.look();

        loss.check((left, known) -> {
            if (!known.isEmpty()) {
                assertFalse(runs(left, lab, "0.2.0", false));
                assertFalse(runs(left, lab, "0.1.0", true));
            }
        });
    }
}
