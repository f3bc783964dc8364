package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the real outbox to a real broker, over real TLS. */
class WholePathTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestAuthority authority;
    private SqliteStore store;

    @BeforeEach
    void openStore() throws IOException {
        authority = TestAuthority.root("Ours");
        authority.writePem(home.resolve("anchors.pem"));
        Files.writeString(home.resolve("password"), Mosquitto.PASSWORD + "\n");
        store = openedStore();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void whatWaitsArrivesInOrderAndIsTakenOut() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        Notices.append(store, 1, 200);

        PahoLink link = link(login(Settings.quick(broker.address())));

        Await.until(
                SOON,
                () -> received.notices().size() + " came",
                () -> received.notices().size() >= 200);
        Await.until(SOON, () -> "rows wait", () -> waiting() == 0);
        assertEquals(
                LongStream.rangeClosed(1, 200).boxed().toList(),
                received.notices().stream().map(Event::sequence).toList());
        assertEquals(List.of(), received.refused());
        assertEquals(State.ONLINE, link.status().state());
        assertEquals(
                EventContent.Notice.of(Notices.notice(1)),
                received.notices().get(0).content());
        assertEquals(store.bootEpoch() + "-1", received.notices().get(0).id());
    }

    @Test
    void whatIsAppendedLaterArrivesWhenTheLinkIsWoken() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        PahoLink link = link(login(Settings.quick(broker.address())));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        Notices.append(store, 1, 1);
        long begun = System.nanoTime();
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> "nothing came", () -> received.notices().size() == 1);
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(2).toNanos(), "it took too long");
    }

    @Test
    void presenceSaysOnlineThenOfflineAtACleanStop() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        PahoLink link = link(login(Settings.quick(broker.address())));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        link.stop();

        Await.until(SOON, () -> "no farewell", () -> received.presence().size() == 2);
        assertEquals(
                List.of(EventContent.Presence.State.ONLINE, EventContent.Presence.State.OFFLINE),
                received.presence().stream()
                        .map(event -> ((EventContent.Presence) event.content()).state())
                        .toList());
    }

    @Test
    void brokerThatRestartsLosesNothingAndDuplicatesAreRecognisable() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        received.leave();
        PahoLink link = link(login(Settings.quick(broker.address())));

        CompletableFuture<Void> appending = CompletableFuture.runAsync(() -> {
            for (long id = 1; id <= 600; id++) {
                Notices.append(store, id, id);
                link.changed(Notices.notice(id));
            }
        });
        Random random = new Random();
        for (int round = 0; round < 6 || !appending.isDone(); round++) {
            long moment = System.nanoTime() + random.nextLong(400_000_000);
            Await.until(SOON, () -> "", () -> System.nanoTime() > moment);
            broker.restart();
        }
        appending.get(60, TimeUnit.SECONDS);

        Await.until(Duration.ofSeconds(60), () -> waiting() + " rows wait", () -> waiting() == 0);
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
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        Notices.append(store, 1, 3);
        long epoch = store.bootEpoch();
        store.close();
        store = openedStore();
        Notices.append(store, 4, 4);

        link(login(Settings.quick(broker.address())));

        Await.until(SOON, () -> "not all came", () -> received.notices().size() == 4);
        assertEquals(
                List.of(epoch + "-1", epoch + "-2", epoch + "-3", (epoch + 1) + "-4"),
                received.notices().stream().map(Event::id).toList());
    }

    @Test
    void wrongPasswordIsSaidAndNothingIsSent() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        Files.writeString(home.resolve("password"), "wrong\n");
        Notices.append(store, 1, 1);

        PahoLink link = link(login(Settings.quick(broker.address())));

        awaitProblem(link, Problem.LINK_CREDENTIALS_REFUSED);
        assertEquals(1, waiting());
        assertEquals(List.of(), received.notices());
    }

    @Test
    void newPasswordInTheFileNeedsNoRestart() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Files.writeString(home.resolve("password"), "wrong\n");
        PahoLink link = link(login(Settings.quick(broker.address())));
        awaitProblem(link, Problem.LINK_CREDENTIALS_REFUSED);

        Files.writeString(home.resolve("password"), Mosquitto.PASSWORD);

        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
    }

    @Test
    void brokerOfAnotherAuthorityIsNeverConnected() throws Exception {
        TestAuthority foreign = TestAuthority.root("Foreign");
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), foreign.server().issue()));

        PahoLink link = link(login(Settings.quick(broker.address())));

        awaitProblem(link, Problem.LINK_UNTRUSTED);
    }

    @Test
    void brokerWithTheCertificateOfAnotherHostIsNeverConnected() throws Exception {
        Mosquitto broker = closing(new Mosquitto(
                home.resolve("broker"), authority.server().host("example.org").issue()));

        PahoLink link = link(login(Settings.quick(broker.address())));

        awaitProblem(link, Problem.LINK_UNTRUSTED);
    }

    @Test
    void noBrokerIsUnreachable() throws Exception {
        PahoLink link = link(login(Settings.quick("wss://localhost:" + LocalProcess.freePort() + "/mqtt")));

        awaitProblem(link, Problem.LINK_UNREACHABLE);
    }

    @Test
    void plainWebSocketIsRefusedBeforeAnyConnection() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));

        PahoLink link = link(login(Settings.quick("ws://localhost:" + broker.plainPort() + "/mqtt")));

        assertEquals(State.OFF, link.status().state());
        assertEquals(Problem.LINK_ADDRESS_NOT_WSS, link.problem());
    }

    @Test
    void storeThatIsSwappedDisturbsNobody() throws Exception {
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        Received received = closing(new Received(broker.plainPort()));
        PahoLink link = link(login(Settings.quick(broker.address())));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        SqliteStore old = store;
        link.unbindStore(old);
        old.close();
        store = openedStore();
        Notices.append(store, 1, 5);
        link.bindStore(store);

        Await.until(SOON, () -> "not all came", () -> received.notices().size() == 5);
        assertEquals(1, received.presence().size());
    }

    @Test
    void stoppedLinkLeavesNoThreadBehind() throws Exception {
        Set<Thread> before = threads();
        Mosquitto broker =
                closing(new Mosquitto(home.resolve("broker"), authority.server().issue()));
        PahoLink link = link(login(Settings.quick(broker.address())));
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

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper")
                        && !thread.getName().startsWith("ForkJoinPool"))
                .collect(Collectors.toSet());
    }

    private static String names(Set<Thread> threads) {
        return threads.stream()
                .filter(Thread::isAlive)
                .map(thread -> thread.getName() + (thread.isDaemon() ? "" : " (no daemon)"))
                .collect(Collectors.joining(", "));
    }

    /** The problem stays as long as it is: two attempts later it is still that, and the link was never online. */
    private static void awaitProblem(PahoLink link, Problem problem) throws InterruptedException {
        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == problem);
        Await.until(SOON, () -> "no next attempt", () -> link.status().state() == State.CONNECTING);
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.WAITING);
        assertEquals(problem, link.problem());
    }

    private Settings login(Settings settings) {
        return settings.say("user", Mosquitto.USER).say("password_file", "password");
    }

    private PahoLink link(Settings settings) {
        PahoLink link = new PahoLink(settings.section(), home, Clock.systemUTC());
        opened.add(link::stop);
        TlsClient tls = new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC());
        link.bindTls(tls);
        link.bindStore(store);
        return link;
    }

    private long waiting() {
        return store.read(tables -> tables.outbox().waiting());
    }

    private static Set<String> ids(Received received) {
        return received.notices().stream().map(Event::id).collect(Collectors.toSet());
    }

    private SqliteStore openedStore() {
        SqliteStore open = RealStore.open(home);
        opened.add(open::close);
        return open;
    }

    private <C extends AutoCloseable> C closing(C closeable) {
        opened.add(closeable);
        return closeable;
    }
}
