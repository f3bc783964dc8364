package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.consent.Withdrawal;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was installed and has no privileges runs without a grant: the ledger alone says whether it may be here. */
class WithoutPrivilegesTest {
    private Laboratory lab;

    @BeforeEach
    void itIsAllowedAndRuns() throws Exception {
        lab = new Laboratory();
        lab.give(lab.askInstall(Plans.plain("1.0.0")));
        lab.consents.look();
        assertTrue(lab.launcher.runs(Plans.PLAIN));
    }

    @Test
    void aWithdrawalIsRememberedOverARestartWhileItCouldNotBeRemoved() throws Exception {
        Withdrawal first = withdrawnAndNotRemoved();
        for (int i = 0; i < 4 && !first.durable(); i++) { // nobody waits for a ledger that this PC does not let write
            itIsAllowedAndRuns();
            first = withdrawnAndNotRemoved();
        }
        Laboratory again = lab.restarted();

        assertEquals(new Withdrawal(true, true), first);
        assertFalse(lab.launcher.runs(Plans.PLAIN));
        assertTrue(lab.consents.summary().durable());
        again.consents.look();
        assertFalse(again.launcher.runs(Plans.PLAIN));
        assertTrue(
                again.launcher.features().stream().noneMatch(one -> one.name().equals(Plans.PLAIN)));
    }

    private Withdrawal withdrawnAndNotRemoved() {
        lab.installer.removalFails = true;
        return lab.consents.withdraw(Plans.PLAIN, Optional.empty());
    }

    /** A look waits only a moment for what it begins. */
    private void lookUntilIt(EventKind happened) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        lab.consents.look();
        for (int i = 0; i < 6000 && lab.count(happened) == 0; i++) {
            never.await(5, TimeUnit.MILLISECONDS);
            lab.consents.look();
        }
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedAsSoonAsItCan() throws Exception {
        lab.installer.removalFails = true;
        lab.consents.withdraw(Plans.PLAIN, Optional.empty());
        lab.consents.look();

        lab.installer.removalFails = false;
        lookUntilIt(EventKind.FEATURE_REMOVED);

        assertTrue(lab.launcher.features().stream().noneMatch(one -> one.name().equals(Plans.PLAIN)));
        assertEquals(1, lab.count(EventKind.FEATURE_REMOVED));
        assertEquals(1, lab.count(EventKind.CONSENT_WITHDRAWN));
    }

    @Test
    void aWithdrawalThatTheLedgerDoesNotTakeAndThatRemovesNothingIsNotDurable() {
        lab.installer.removalFails = true;
        lab.around.ledger = null;

        assertEquals(new Withdrawal(true, false), lab.consents.withdraw(Plans.PLAIN, Optional.empty()));
        assertFalse(lab.consents.summary().durable());
        lab.around.ledger = lab.realLedger;
        lab.consents.look();
        lab.consents.look();
        assertTrue(lab.consents.summary().durable());
    }

    @Test
    void whatNobodyAllowedIsStoppedAndRemoved() {
        lab.launcher.has("org.benchconnect.smuggled", "1.0.0", List.of(), List.of(), FakeModules.module("smuggled"));

        lab.consents.look();

        assertFalse(lab.launcher.runs("org.benchconnect.smuggled"));
    }

    @Test
    void anOlderVersionOfAReplacedConsentDoesNotRun() throws Exception {
        lab.give(lab.askInstall(Plans.plain("2.0.0")));

        lab.launcher.has(Plans.PLAIN, "1.0.0", List.of(), List.of(), FakeModules.module(Plans.PLAIN + "1.0.0"));
        lab.consents.look();

        assertFalse(lab.launcher.runs(Plans.PLAIN));
    }

    @Test
    void theBaseReleaseIsNeitherWithdrawnNorRemoved() throws Exception {
        lab.give(lab.askInstall(Plans.of(Laboratory.BASE, "0.2.0", Set.of(), Set.of())));

        Withdrawal withdrawal = lab.consents.withdraw(Laboratory.BASE, Optional.empty());
        lab.consents.look();

        assertFalse(withdrawal.found());
        assertTrue(lab.launcher.runs(Laboratory.BASE));
        assertEquals(0, lab.count(EventKind.CONSENT_WITHDRAWN));
    }

    @Test
    void whatIsAllowedStays() throws Exception {
        Laboratory again = lab.restarted();

        again.consents.look();

        assertTrue(again.launcher.runs(Plans.PLAIN));
    }
}
