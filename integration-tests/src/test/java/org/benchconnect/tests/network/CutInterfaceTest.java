package org.benchconnect.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.benchconnect.link.LinkOfATest;
import org.benchconnect.link.egress.EgressOfATest;
import org.benchconnect.notify.NotificationClient;
import org.benchconnect.notify.NotificationsOfATest;
import org.benchconnect.store.SqliteStore;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker in a network namespace of its own, behind a real interface that is cut: the kernel tells nobody. Needs root. */
class CutInterfaceTest {
    private static final String HOST = "broker.laboratory.example";
    private static final int HTTPS = 443;
    private static final int MQTT = 1883;
    private static final int EVENTS = 10 * Faults.TOGETHER;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Path hosts;

    @TempDir
    Path home;

    /** Names come from this file instead of the system. The JDK reads where it is once, at the first look-up. */
    @BeforeAll
    static void namesOfItsOwn() throws IOException {
        hosts = Files.createTempFile("hosts", ".txt");
        hosts.toFile().deleteOnExit();
        System.setProperty("jdk.net.hosts.file", hosts.toString());
    }

    @Test
    void whatHappensWhileTheCableIsOutArrivesWhenItIsBack() throws Exception {
        try (OtherNetwork network = OtherNetwork.orSkip()) {
            Files.writeString(hosts, network.address() + " " + HOST + "\n");
            TestAuthority ours = TestAuthority.root("Ours");
            ours.writePem(home.resolve("anchors.pem"));
            try (LocalBroker broker = broker(network, ours.server().host(HOST).issue());
                    Arrivals arrivals = new Arrivals(broker.address())) {
                arrivals.leave();
                SqliteStore store = NetworkLab.store(home);
                NotificationClient notifications = NotificationsOfATest.each(Clock.systemUTC());
                notifications.bindStore(store);
                try (LinkOfATest link = link(store)) {
                    notifications.addListener(link.link());
                    Await.until("the link is there", PATIENCE, link::isOnline);
                    new Faults(notifications, EVENTS, 1).run();

                    network.cut();
                    new Faults(notifications, EVENTS, 1).run();
                    Await.until("the link notices", PATIENCE, () -> !link.isOnline());
                    assertFalse(waiting(store) == 0);
                    network.mend();

                    Await.until("nothing waits", PATIENCE, () -> waiting(store) == 0);
                    arrivals.comeBack();
                    Await.until("all arrive", PATIENCE, () -> arrivals.firstMissing() > 2 * EVENTS);
                    assertEquals(2 * EVENTS, arrivals.different());
                    assertEquals(List.of(), arrivals.wrong());
                } finally {
                    notifications.close();
                    store.close();
                }
            }
        }
    }

    private LocalBroker broker(OtherNetwork network, TestServer server) throws Exception {
        Path folder = Files.createDirectories(home.resolve("broker"));
        List<String> secure = List.of(
                "listener " + HTTPS + " " + network.address(),
                "protocol websockets",
                "allow_anonymous true",
                "certfile " + server.writeChain(folder.resolve("chain.pem")),
                "keyfile " + server.writeKey(folder.resolve("key.pem")));
        return new LocalBroker(folder, network.inside(), new InetSocketAddress(network.address(), MQTT), secure);
    }

    private LinkOfATest link(SqliteStore store) {
        Map<String, Object> settings = Map.of(
                "address", "wss://" + HOST + "/mqtt",
                "keep_alive_seconds", 2,
                "connect_timeout_seconds", 3,
                "isolated_loss_seconds", 1,
                "server_loss_seconds", 1,
                "longest_wait_seconds", 1);
        Clock clock = Clock.systemUTC();
        LinkOfATest link =
                new LinkOfATest(settings, home, clock, new HardenedTlsClient(home, "anchors.pem", clock), store);
        link.permit(EgressOfATest.to(HOST));
        return link;
    }

    private static long waiting(SqliteStore store) {
        return store.read(tables -> tables.outbox().waiting());
    }
}
