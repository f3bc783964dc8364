package org.benchconnect.tests.powerloss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.junit.jupiter.api.Test;

/** A withdrawal on a disk that takes no entry of the ledger: that the grant is gone has to be enough, whatever comes later. */
class WithdrawalUnderPowerLossTest {
    @Test
    void withdrawalThatTheLedgerNeverGotIsNotForgottenWhenANewerVersionComes() throws Exception {
        FaultyStorage disk = Pc.installed();
        Pc pc = Pc.started(disk);
        FeatureSteps.first(pc);
        FeatureSteps.give(pc, true);
        disk.failFrom(1, Fault.NO_SPACE);

        FeatureSteps.withdraw(pc);

        assertTrue(pc.withdrawn, "deleting works on a full disk");
        for (DiskState left : disk.left(Loss.OF_POWER)) {
            FaultyStorage next = left.storage();
            new DurableFiles(next).write(Pc.POINTER, "2\n");
            assertEquals(Map.of(), Pc.view(next).running());
        }
    }
}
