package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens while something else does, or long after it. */
class MeanwhileTest {
    private final Laboratory pc = new Laboratory();

    private void refused() {
        String question = pc.question();
        assertThrows(
                SessionRefusedException.class,
                () -> pc.sessions.request(question, OneAccount.ID, OneAccount.PIN.toCharArray()));
    }

    @Test
    void aStopWhileHelpIsRequestedCounts() {
        pc.whileAPinIsChecked = () -> pc.sessions.stop();

        refused();

        assertEquals(null, pc.engine.visit);
        assertEquals(Optional.empty(), pc.view().session());
    }

    @Test
    void anEngineThatGoesAwayWhileHelpIsRequestedIsNotBegun() {
        pc.whileAPinIsChecked = () -> {
            pc.engines.clear();
            pc.sessions.gone(pc.engine);
        };

        pc.request();

        assertEquals(null, pc.engine.visit);
        assertEquals(Optional.empty(), pc.view().session());
    }

    @Test
    void aVisitThatIsOverKeepsNoOtherAwake() throws Exception {
        Visit first = pc.compared();
        pc.sessions.stop();
        pc.compared();

        for (int minute = 0; minute < 10; minute++) {
            pc.pass(Duration.ofMinutes(1));
            first.active();
        }

        assertEquals(Optional.of(SessionEnd.IDLE), pc.view().last().map(one -> one.ended()));
    }

    /** With a click within the same moment, and after it. */
    @Test
    void oneClickGivesOneLease() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        String request = pc.view().request().orElseThrow().id();
        String second = pc.question();
        pc.whileALeaseIsGiven = () -> {
            pc.whileALeaseIsGiven = () -> {};
            try {
                pc.sessions.give(second, request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };

        assertThrows(SessionRefusedException.class, () -> pc.sessions.give(pc.question(), request));

        assertEquals(1, pc.leases.inForce().size());
        assertEquals(1, pc.engine.given.size());
    }

    @Test
    void ofManyWhoRequestHelpAtOnceOneDoes() throws Exception {
        int many = 6;
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            questions.add(pc.question());
        }
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);

        List<Future<Boolean>> all = new ArrayList<>();
        for (String question : questions) {
            all.add(threads.submit(() -> {
                together.await(60, TimeUnit.SECONDS);
                try {
                    pc.sessions.request(question, OneAccount.ID, OneAccount.PIN.toCharArray());
                    return true;
                } catch (SessionRefusedException e) {
                    return false;
                }
            }));
        }
        int begun = 0;
        for (Future<Boolean> one : all) {
            begun += one.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        threads.shutdown();

        assertEquals(1, begun);
        assertEquals(1, pc.entries(EventKind.HELP_REQUESTED).size());
        assertEquals(SessionState.INVITED, pc.view().state());
    }

    /** Whoever watches the instruments may fail or hang: the clock of the session runs on, and control ends. */
    @Test
    void instrumentsThatDoNotAnswerStopNoClock() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);
        pc.whenInstrumentsAreAsked = () -> {
            throw new NoClassDefFoundError("as the test wants");
        };

        pc.time.pass(Duration.ofMillis(1500));
        pc.sessions.desktop(DesktopSession.AT_THE_SCREEN);
        pc.time.pass(Duration.ofMillis(1500));
        pc.sessions.tick();
        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertTrue(pc.engine.passes(Privilege.VIEW_SCREEN));
        pc.time.pass(Duration.ofSeconds(2));
        pc.sessions.tick();

        assertEquals(List.of(), pc.leases.inForce());
    }

    @Test
    void aPracticeThatBeginsWhileTheModuleEndsEndsToo() throws Exception {
        pc.sessions.close();

        assertThrows(SessionRefusedException.class, () -> pc.sessions.practice());

        assertFalse(pc.view().practice());
    }

    /** A disk that hangs holds the supporter's thread, and nobody else. */
    @Test
    @Timeout(60)
    void aStopWaitsForNoLedger() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        Thread supporter = new Thread(() -> asks(visit));
        pc.whenTheLedgerIsAsked = () -> hang(supporter, hangs, disk);
        supporter.start();
        assertTrue(hangs.await(40, TimeUnit.SECONDS));

        pc.sessions.stop();

        assertTrue(pc.engine.cut);
        assertEquals(List.of(), pc.leases.inForce());
        disk.countDown();
        supporter.join();
        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(SessionState.CLOSED, pc.view().state());
    }

    @Test
    @Timeout(60)
    void aStopWaitsForNoEngineThatFreezes() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch engine = new CountDownLatch(1);
        Thread supporter = new Thread(() -> asks(visit));
        pc.engine.whenFrozen = now -> hang(supporter, hangs, engine);
        supporter.start();
        assertTrue(hangs.await(40, TimeUnit.SECONDS));

        pc.sessions.stop();

        assertTrue(pc.engine.cut);
        assertEquals(List.of(), pc.leases.inForce());
        engine.countDown();
        supporter.join();
        assertEquals(Optional.empty(), pc.view().request());
    }

    private void asks(Visit visit) {
        try {
            pc.ask(visit, Privilege.CONTROL_INPUT);
        } catch (VisitOverException e) {
            assertTrue(pc.engine.cut);
        }
    }

    private static void hang(Thread who, CountDownLatch hangs, CountDownLatch until) {
        if (Thread.currentThread() == who) {
            hangs.countDown();
            try {
                assertTrue(until.await(50, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
