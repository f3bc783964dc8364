package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Service sides that do not let the agent subscribe: notices go out all the same. */
class SubscriptionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final FakeBroker broker = new FakeBroker();
    private final FakeStore store = new FakeStore();
    private final SteppingClock clock = new SteppingClock(Notices.NOON);
    private final Supervisor supervisor = new Vendor().supervisor(broker, clock, clock);
    private RunningSupervisor running;

    @BeforeEach
    void start() {
        running = RunningSupervisor.start(supervisor);
        supervisor.store(store);
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.stop();
    }

    @Test
    void eachConnectionAsksOnceAfterWhatTheAgentSaysWasTaken() throws Exception {
        for (int connection = 0; connection < 5; connection++) {
            FakeSession session = broker.next();
            session.connect();
            FakeBroker.FakeSession.Published presence = session.awaitPublished();
            assertEquals(0, session.subscriptions());
            session.acknowledge(presence);
            Await.until(SOON, () -> "not asked", () -> session.subscriptions() == 1);
            session.answer(true);
            session.lose(Loss.ISOLATED);
        }
    }

    @Test
    void aRefusalIsNoFaultAndNotAskedForAgain() throws Exception {
        FakeSession session = online();
        Await.until(SOON, () -> "not asked", () -> session.subscriptions() == 1);
        session.answer(false);

        assertEquals(State.ONLINE, supervisor.seen().state());
        session.lose(Loss.ISOLATED);
        assertEquals(0, onlineAndWoken().subscriptions());
    }

    @Test
    void aServiceSideThatEndsTheConnectionAtItIsNotAskedForEver() throws Exception {
        for (int connection = 0; connection < 3; connection++) {
            FakeSession session = online();
            Await.until(SOON, () -> "not asked", () -> session.subscriptions() == 1);
            session.lose(Loss.SERVER_SIDE);
        }

        assertEquals(0, onlineAndWoken().subscriptions());
    }

    private FakeSession online() throws Exception {
        FakeSession session = broker.connected();
        Await.until(SOON, () -> "not online", () -> supervisor.seen().state() == State.ONLINE);
        return session;
    }

    /** A whole turn of the connection after it was online. */
    private FakeSession onlineAndWoken() throws Exception {
        FakeSession session = online();
        store.append(1);
        supervisor.wake();
        session.acknowledge(session.awaitPublished());
        Await.until(SOON, () -> "a row waits", () -> supervisor.seen().waiting() == 0);
        return session;
    }
}
