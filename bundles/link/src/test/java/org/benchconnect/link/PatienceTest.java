package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.benchconnect.link.FakeBroker.FakeSession.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the supervisor waits for a server that does not answer, whatever the PC's clock is set to meanwhile. */
class PatienceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final FakeBroker broker = new FakeBroker();
    private final FakeStore store = new FakeStore();
    /** The PC's, which people set. */
    private final SteppingClock wall = new SteppingClock(Notices.NOON);

    private final SteppingClock clock = new SteppingClock(Notices.NOON);
    private final Supervisor supervisor = new Vendor().supervisor(broker, wall, clock);
    private RunningSupervisor running;

    @BeforeEach
    void start() {
        running = RunningSupervisor.start(supervisor);
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.stop();
    }

    @Test
    void rowUnderWayForMoreThanAMinuteRebuildsTheConnection() throws InterruptedException {
        store.append(1);
        supervisor.store(store);
        FakeSession stuck = online();
        stuck.awaitPublished();

        clock.step(Duration.ofSeconds(61));
        supervisor.wake();

        FakeSession session = online();
        assertEquals(1, session.awaitPublished().token());
        assertTrue(stuck.isClosed());
    }

    @Test
    void rowIsStuckAfterAMinuteThoughThePcClockIsSetBack() throws InterruptedException {
        store.append(1);
        supervisor.store(store);
        FakeSession stuck = online();
        stuck.awaitPublished();

        wall.step(Duration.ofDays(-400));
        clock.step(Duration.ofSeconds(61));
        supervisor.wake();

        FakeSession session = online();
        assertEquals(1, session.awaitPublished().token());
        assertTrue(stuck.isClosed());
    }

    @Test
    void pcClockThatIsSetForwardEndsNoConnection() throws InterruptedException {
        store.append(1);
        supervisor.store(store);
        FakeSession session = online();
        Published row = session.awaitPublished();

        wall.step(Duration.ofDays(400));
        store.append(1);
        supervisor.wake();

        assertEquals(2, session.awaitPublished().token());
        session.acknowledge(row);
        Await.until(SOON, () -> "", () -> store.waiting() == 1);
        assertFalse(session.isClosed());
        assertFalse(broker.hasNext());
    }

    @Test
    void presenceWithoutAnswerRebuildsTheConnection() throws InterruptedException {
        supervisor.store(store);
        FakeSession deaf = broker.next();
        deaf.connect();
        deaf.awaitPublished();

        clock.step(Duration.ofSeconds(61));
        supervisor.wake();

        assertNotNull(broker.next());
        assertTrue(deaf.isClosed());
    }

    @Test
    void connectionThatIsNeverAnsweredIsGivenUp() throws InterruptedException {
        supervisor.store(store);
        FakeSession silent = broker.next();

        clock.step(Duration.ofSeconds(151));
        supervisor.wake();

        assertNotNull(broker.next());
        assertTrue(silent.isClosed());
    }

    /** Connected, with presence acknowledged. */
    private FakeSession online() throws InterruptedException {
        FakeSession session = broker.next();
        session.connect();
        session.acknowledge(session.awaitPublished());
        return session;
    }
}
