package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;

class PowerLossWhileGivingTest {
    @Test
    void noStateOfTheDiskRunsAnythingWithoutItsConsentInTheLedger() throws Exception {
        Laboratory lab = new Laboratory();
        PowerLoss<List<String>> loss = PowerLoss.on(lab.storage, Loss.OF_POWER, List::of);

        lab.supportAllowed();

        PowerLoss.Counts counts = loss.check((left, known) -> {
            Laboratory again = lab.startedWith(left);
            assertTrue(!again.launcher.runs(Laboratory.SUPPORT) || again.count(EventKind.CONSENT_GIVEN) == 1);
        });
        assertTrue(counts.states() > 10, counts.toString());
    }
}
