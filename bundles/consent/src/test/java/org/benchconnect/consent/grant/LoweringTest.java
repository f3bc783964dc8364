package org.benchconnect.consent.grant;

import static org.benchconnect.consent.grant.Laboratory.GRANT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoweringTest {
    private Laboratory lab;

    @BeforeEach
    void remoteSupportIsAllowed() throws Exception {
        lab = new Laboratory();
        lab.supportAllowed();
    }

    private Lease lease() throws Exception {
        return lease(lab.asking.answerable());
    }

    private Lease lease(String question) throws Exception {
        return lab.leases.give(
                question,
                new LeaseRequest(
                        "visit-1",
                        "A supporter",
                        Laboratory.SUPPORT,
                        Privilege.VIEW_SCREEN,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(5)));
    }

    @Test
    void whatIsTakenBackDoesNotRunAndSurvivesARestart() throws Exception {
        takenBackDurably();

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertFalse(lab.storage.state().files().contains(GRANT));
        assertEquals(Consent.State.WITHDRAWN, lab.consents.consents().get(0).state());
        assertFalse(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void leasesEndBeforeTheModulesLeaveMemory() throws Exception {
        List<Boolean> ranWhenCut = ranWhenCutAndIsInForceAfterwards();
        for (int i = 0; i < 4 && !ranWhenCut.equals(List.of(true, false)); i++) {
            remoteSupportIsAllowed(); // the modules wait for no thread that this PC does not let run
            ranWhenCut = ranWhenCutAndIsInForceAfterwards();
        }

        assertEquals(List.of(true, false), ranWhenCut);
    }

    private List<Boolean> ranWhenCutAndIsInForceAfterwards() throws Exception {
        Laboratory own = lab;
        Lease lease = lease();
        List<Boolean> found = new CopyOnWriteArrayList<>();
        lease.onEnd(() -> found.add(own.launcher.runs(Laboratory.SUPPORT)));
        own.supportTakenBack();
        found.add(lease.inForce());
        return List.copyOf(found);
    }

    /** In a laboratory of its own each time: who takes back waits for no disk that this PC does not let write. */
    private void takenBackDurably() throws Exception {
        boolean durable = lab.supportTakenBack();
        for (int i = 0; i < 4 && !durable; i++) {
            remoteSupportIsAllowed();
            durable = lab.supportTakenBack();
        }
        assertTrue(durable);
    }

    @Test
    void withoutLedgerKeysAccountsQuestionsOrAnythingElseItWorksWithinASecond() throws Exception {
        takenBackWithinASecond(() -> {
            lab.around.ledger = null;
            lab.around.identity = null;
            lab.around.accounts = null;
            lab.around.questions = null;
            lab.around.generations = null;
            lab.around.features = null;
        });

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertFalse(lab.storage.state().files().contains(GRANT));
    }

    @Test
    void whatTheLedgerMissedIsWrittenDownWhenItComes() throws Exception {
        lab.around.ledger = null;
        lab.supportTakenBack();

        lab.around.ledger = lab.realLedger;
        lab.consents.look();

        assertEquals(1, lab.count(EventKind.CONSENT_WITHDRAWN));
        assertEquals(Consent.State.WITHDRAWN, lab.consents.consents().get(0).state());
    }

    @Test
    void aConnectionThatHangsWhileItIsCutDelaysNothing() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        takenBackWithinASecond(() -> lease().onEnd(() -> await(never)));

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        assertTrue(lab.leases.inForce().isEmpty());
        never.countDown();
    }

    /** In a laboratory of its own each time: where this PC itself stalls, nothing is said of who takes back. */
    private void takenBackWithinASecond(Situation before) throws Exception {
        boolean soon = false;
        for (int i = 0; i < 5 && !soon; i++) {
            remoteSupportIsAllowed();
            before.arise();
            long begin = System.nanoTime();
            lab.supportTakenBack();
            soon = System.nanoTime() - begin <= Duration.ofSeconds(1).toNanos()
                    && lab.leases.inForce().isEmpty()
                    && !lab.storage.state().files().contains(GRANT);
        }
        assertTrue(soon);
    }

    /** What a test brings about first. */
    private interface Situation {
        void arise() throws Exception;
    }

    @Test
    void aFeatureWithoutConsentIsLeftAlone() throws Exception {
        takenBackDurably();

        assertTrue(lab.supportTakenBack());
        assertEquals(1, lab.count(EventKind.CONSENT_WITHDRAWN));
    }

    @Test
    void whatNobodyKnowsOrNobodyAllowedIsNotFoundAndNotInTheLedger() throws Exception {
        Laboratory fresh = new Laboratory();

        assertFalse(fresh.consents
                .withdraw("org.benchconnect.unknown", Optional.empty())
                .found());
        assertFalse(fresh.consents.withdraw("../no name", Optional.empty()).found());
        assertFalse(
                fresh.consents.withdraw(Laboratory.SUPPORT, Optional.empty()).found());

        assertEquals(0, fresh.count(EventKind.CONSENT_WITHDRAWN));
    }

    @Test
    void neitherLookingNorWithdrawingWaitsForAConsentThatIsBeingCarriedOut() throws Exception {
        CountDownLatch installing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        lab.installer.duringInstallation = () -> {
            installing.countDown();
            await(goOn);
        };
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        Thread giving = new Thread(() -> {
            try {
                lab.give(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        giving.start();
        await(installing);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> lab.consents.look());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> lab.supportTakenBack());

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
        goOn.countDown();
        giving.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void thePinIsWipedWhateverHappens() {
        lab.around.accounts = null;
        for (int i = 0; i < 3; i++) {
            int way = i;
            char[] pin = FakeAccounts.PIN.toCharArray();
            assertThrows(AnswerRefusedException.class, () -> {
                switch (way) {
                    case 0 -> lab.consents.remove(Plans.TRANSFER, FakeAccounts.ADMINISTRATOR, pin);
                    case 1 -> lab.consents.freeze(FakeAccounts.ADMINISTRATOR, pin);
                    default -> lab.consents.thaw("none", FakeAccounts.ADMINISTRATOR, pin);
                }
            });
            assertArrayEquals(new char[pin.length], pin);
        }
    }

    @Test
    void noLeaseIsGivenForWhatWasTakenBack() throws Exception {
        String question = lab.asking.answerable();
        lab.supportTakenBack();

        org.junit.jupiter.api.Assertions.assertThrows(
                org.benchconnect.core.consent.AnswerRefusedException.class, () -> lease(question));
    }

    @Test
    void aFeatureIsRemovedByAnAdministratorOnly() throws Exception {
        lab.give(lab.askInstall(Plans.transfer("2.0.0")));

        lab.consents.remove(Plans.TRANSFER, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());

        assertFalse(lab.launcher.runs(Plans.TRANSFER));
        assertEquals(1, lab.count(EventKind.FEATURE_REMOVED));
        assertEquals(Consent.State.REPLACED, lab.consents.consents().get(0).state());
    }
}
