package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the real outbox to a real broker, over real TLS. */
class WholePathTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TestAgent agent;

    @BeforeEach
    void open() throws IOException {
        agent = new TestAgent(home);
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void whatWaitsArrivesInOrderAndIsTakenOut() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        Notices.append(agent.store(), 1, 200);

        PahoLink link = agent.link(agent.settings(broker.address()));

        Await.until(
                SOON,
                () -> received.notices().size() + " came",
                () -> received.notices().size() >= 200);
        Await.until(SOON, () -> "rows wait", () -> agent.waiting() == 0);
        assertEquals(
                LongStream.rangeClosed(1, 200).boxed().toList(),
                received.notices().stream().map(Event::sequence).toList());
        assertEquals(List.of(), received.refused());
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        assertEquals(
                EventContent.Notice.of(Notices.notice(1)),
                received.notices().get(0).content());
        assertEquals(agent.store().bootEpoch() + "-1", received.notices().get(0).id());
    }

    @Test
    void whatIsAppendedLaterArrivesWhenTheLinkIsWoken() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        PahoLink link = agent.link(agent.settings(broker.address()));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        int late = 0;
        for (int id = 1; id <= 10; id++) {
            late += isLate(received, link, id) ? 1 : 0;
        }

        assertTrue(late <= 2, late + " of 10 were found by the tick, not by the waking");
    }

    /** Whether it came as late as by the tick alone; of one or two a machine that stands still makes that too. */
    private boolean isLate(Received received, PahoLink link, int id) throws InterruptedException {
        Notices.append(agent.store(), id, id);
        long begun = System.nanoTime();
        link.changed(Notices.notice(id));
        Await.until(SOON, () -> "nothing came", () -> received.notices().size() == id);
        boolean late = System.nanoTime() - begun >= Duration.ofSeconds(4).toNanos();
        // The end of one row wakes the link as well: it must not find the next.
        Await.until(
                SOON,
                () -> "a row waits",
                () -> agent.waiting() == 0 && link.status().waiting() == 0);
        return late;
    }

    @Test
    void presenceSaysOnlineThenOfflineAtACleanStop() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        PahoLink link = agent.link(agent.settings(broker.address()));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        link.stop();

        Await.until(SOON, () -> "no farewell", () -> received.presence().size() >= 2);
        // A broker that is late with its answer to the farewell says the same once more: it is the will.
        assertEquals(
                List.of(EventContent.Presence.State.ONLINE, EventContent.Presence.State.OFFLINE),
                received.presence().stream()
                        .map(event -> ((EventContent.Presence) event.content()).state())
                        .distinct()
                        .toList());
    }

    @Test
    void brokerThatRestartsLosesNothingAndDuplicatesAreRecognisable() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        received.leave();
        PahoLink link = agent.link(agent.settings(broker.address()));

        CompletableFuture<Void> appending = CompletableFuture.runAsync(() -> {
            for (long id = 1; id <= 600; id++) {
                Notices.append(agent.store(), id, id);
                link.changed(Notices.notice(id));
            }
        });
        Random random = new Random();
        for (int round = 0; round < 6 || !appending.isDone(); round++) {
            long moment = System.nanoTime() + random.nextLong(400_000_000);
            Await.until(SOON, () -> "", () -> System.nanoTime() > moment);
            broker.restart();
        }
        appending.get(180, TimeUnit.SECONDS);

        Await.until(SOON, () -> agent.waiting() + " rows wait", () -> agent.waiting() == 0);
        received.comeBack();
        Await.until(
                SOON, () -> ids(received).size() + " came", () -> ids(received).size() == 600);
        assertEquals(
                LongStream.rangeClosed(1, 600).boxed().collect(Collectors.toSet()),
                received.notices().stream().map(Event::sequence).collect(Collectors.toSet()));
        assertEquals(List.of(), received.refused());
    }

    @Test
    void rowsThatWereNotAcknowledgedAreSentAfterARestartOfTheAgentWithTheSameIds() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        Notices.append(agent.store(), 1, 3);
        long epoch = agent.store().bootEpoch();
        agent.reopenStore();
        Notices.append(agent.store(), 4, 4);

        agent.link(agent.settings(broker.address()));

        Await.until(SOON, () -> "not all came", () -> received.notices().size() == 4);
        assertEquals(
                List.of(epoch + "-1", epoch + "-2", epoch + "-3", (epoch + 1) + "-4"),
                received.notices().stream().map(Event::id).toList());
    }

    @Test
    void storeThatIsSwappedDisturbsNobody() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        PahoLink link = agent.link(agent.settings(broker.address()));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        SqliteStore old = agent.store();
        link.unbindStore(old);
        old.close();
        agent.reopenStore();
        Notices.append(agent.store(), 1, 5);
        link.bindStore(agent.store());

        Await.until(SOON, () -> "not all came", () -> received.notices().size() == 5);
        assertEquals(1, received.presence().size());
    }

    @Test
    void stoppedLinkLeavesNoThreadBehind() throws Exception {
        Set<Thread> before = threads();
        Mosquitto broker = agent.broker();
        PahoLink link = agent.link(agent.settings(broker.address()));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        Set<Thread> during = threads();
        during.removeAll(before);
        assertFalse(during.isEmpty());
        assertTrue(during.stream().allMatch(Thread::isDaemon), () -> names(during));

        link.stop();

        Await.until(SOON, () -> "still there: " + names(during), () -> {
            // The JDK's client ends its one selector thread when it is found unused.
            System.gc();
            return during.stream().noneMatch(Thread::isAlive);
        });
    }

    /** Those of the link, of Paho and of the JDK's client. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(benchconnect-link|MQTT |HttpClient-).*"))
                .collect(Collectors.toSet());
    }

    private static String names(Set<Thread> threads) {
        return threads.stream()
                .filter(Thread::isAlive)
                .map(thread -> thread.getName() + (thread.isDaemon() ? "" : " (no daemon)"))
                .collect(Collectors.joining(", "));
    }

    private static Set<String> ids(Received received) {
        return received.notices().stream().map(Event::id).collect(Collectors.toSet());
    }
}
