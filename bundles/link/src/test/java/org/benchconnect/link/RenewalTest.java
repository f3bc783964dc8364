package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.benchconnect.link.azure.AzureIotHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that ends by itself: the connection is made anew before. */
class RenewalTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final FakeBroker broker = new FakeBroker();
    private final FakeStore store = new FakeStore();
    private final SteppingClock clock = new SteppingClock(Notices.NOON);
    private final Supervisor supervisor = new Vendor()
            .supervisor(
                    agent -> new AzureIotHub(
                            URI.create("wss://hub.example"), agent.toString(), KEY::toCharArray, new Random(1)),
                    broker,
                    clock,
                    clock);
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
    void theConnectionIsMadeAnewBeforeItsTokenEnds() throws Exception {
        FakeSession first = online();
        clock.step(Duration.ofHours(4).multipliedBy(79).dividedBy(100));
        supervisor.wake();
        store.append(1);
        first.acknowledge(first.awaitPublished());
        assertFalse(broker.hasNext());

        clock.step(Duration.ofHours(4).multipliedBy(12).dividedBy(100));
        supervisor.wake();
        FakeSession second = online();

        assertTrue(first.isClosed());
        assertFalse(second.isClosed());
        assertEquals(Problem.LINK_NO_PROBLEM, supervisor.seen().problem());
    }

    private FakeSession online() throws Exception {
        FakeSession session = broker.connected();
        Await.until(SOON, () -> "not online", () -> supervisor.seen().state() == State.ONLINE);
        return session;
    }
}
