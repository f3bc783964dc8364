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
import org.benchconnect.core.link.Link.State;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real proxy that wants a password. */
class ProxyTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private SqliteStore store;
    private Mosquitto broker;
    private Squid proxy;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        TestAuthority authority = TestAuthority.root("Ours");
        authority.writePem(home.resolve("anchors.pem"));
        Files.writeString(home.resolve("password"), Mosquitto.PASSWORD);
        Files.writeString(home.resolve("proxy-password"), Squid.PASSWORD);
        broker = new Mosquitto(home.resolve("broker"), authority.server().issue());
        opened.add(broker);
        proxy = new Squid(broker.securePort());
        opened.add(proxy);
        store = RealStore.open(home);
        opened.add(store::close);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void eventsTravelThroughTheProxyWithItsPassword() throws Exception {
        Received received = new Received(broker.plainPort());
        opened.add(received);
        Notices.append(store, 1, 60);

        PahoLink link = link(settings());

        Await.until(SOON, () -> link.problem().name(), () -> received.notices().size() == 60);
        assertEquals(State.ONLINE, link.status().state());
        link.stop();
        Await.until(SOON, () -> "nothing in the proxy's log", () -> accesses().contains("TCP_TUNNEL/200"));
    }

    @Test
    void connectionThroughTheProxyOutlivesTheConnectTimeOut() throws Exception {
        PahoLink link = link(settings().say("connect_timeout_seconds", 3));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        long online = System.nanoTime();
        Received received = new Received(broker.plainPort());
        opened.add(received);

        Await.until(
                SOON,
                () -> "",
                () -> System.nanoTime() - online > Duration.ofSeconds(4).toNanos());
        Notices.append(store, 1, 1);
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> "it did not come", () -> received.notices().size() == 1);
        assertEquals(1, received.presence().size(), "it had to connect again");
    }

    @Test
    void wrongPasswordForTheProxyIsSaid() throws Exception {
        Files.writeString(home.resolve("proxy-password"), "wrong");

        PahoLink link = link(settings());

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void proxyThatWantsAPasswordWithoutOneConfiguredIsSaid() throws Exception {
        PahoLink link = link(settings().say("proxy_user", ""));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void proxyThatForbidsTheTunnelIsSaid() throws Exception {
        PahoLink link = link(settings().say("address", "wss://localhost:" + LocalProcess.freePort() + "/mqtt"));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void brokersPasswordIsNeverToldToTheProxy() throws Exception {
        PahoLink link = link(settings());
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        link.stop();
        Await.until(SOON, () -> "nothing in the proxy's log", () -> !accesses().isEmpty());

        assertFalse(accesses().contains(Mosquitto.USER + " "), "the broker's user in the proxy's log");
        assertTrue(accesses().contains(Squid.USER));
    }

    private String accesses() {
        try {
            return proxy.accesses();
        } catch (IOException e) {
            return "";
        }
    }

    private Settings settings() {
        return Settings.quick(broker.address())
                .say("user", Mosquitto.USER)
                .say("password_file", "password")
                .say("proxy", proxy.address())
                .say("proxy_user", Squid.USER)
                .say("proxy_password_file", "proxy-password");
    }

    private PahoLink link(Settings settings) {
        PahoLink link = new PahoLink(settings.section(), home, Clock.systemUTC());
        opened.add(link::stop);
        link.bindTls(new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC()));
        link.bindStore(store);
        return link;
    }
}
