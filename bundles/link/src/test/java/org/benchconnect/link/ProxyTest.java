package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.benchconnect.core.link.Link.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real proxy that wants a password. */
class ProxyTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TestAgent agent;
    private Mosquitto broker;
    private Squid proxy;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        agent = new TestAgent(home);
        Files.writeString(home.resolve("proxy-password"), Squid.PASSWORD);
        broker = agent.broker();
        proxy = agent.closing(new Squid(broker.securePort()));
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void eventsTravelThroughTheProxyWithItsPassword() throws Exception {
        Received received = agent.closing(new Received(broker.plainPort()));
        Notices.append(agent.store(), 1, 60);

        PahoLink link = agent.link(settings());

        Await.until(SOON, () -> link.problem().name(), () -> received.notices().size() == 60);
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        link.stop();
        Await.until(SOON, () -> "nothing in the proxy's log", () -> accesses().contains("TCP_TUNNEL/200"));
    }

    @Test
    void connectionThroughTheProxyOutlivesTheConnectTimeOut() throws Exception {
        PahoLink link = agent.link(settings().say("connect_timeout_seconds", 3));
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        long online = System.nanoTime();
        Received received = agent.closing(new Received(broker.plainPort()));

        Await.until(
                SOON,
                () -> "",
                () -> System.nanoTime() - online > Duration.ofSeconds(4).toNanos());
        Notices.append(agent.store(), 1, 1);
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> "it did not come", () -> received.notices().size() == 1);
        assertEquals(1, received.presence().size(), "it had to connect again");
    }

    @Test
    void wrongPasswordForTheProxyIsSaid() throws Exception {
        Files.writeString(home.resolve("proxy-password"), "wrong");

        PahoLink link = agent.link(settings());

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void proxyThatWantsAPasswordWithoutOneConfiguredIsSaid() throws Exception {
        PahoLink link = agent.link(settings().say("proxy_user", ""));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void proxyThatForbidsTheTunnelIsSaid() throws Exception {
        PahoLink link = agent.link(settings().say("address", "wss://localhost:" + LocalProcess.freePort() + "/mqtt"));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_REFUSED);
    }

    @Test
    void brokersPasswordIsNeverToldToTheProxy() throws Exception {
        PahoLink link = agent.link(settings());
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        link.stop();
        Await.until(SOON, () -> "nobody in the proxy's log: " + accesses(), () -> accesses()
                .contains(Squid.USER));

        assertFalse(accesses().contains(Mosquitto.USER + " "), "the broker's user in the proxy's log");
    }

    private String accesses() {
        try {
            return proxy.accesses();
        } catch (IOException e) {
            return "";
        }
    }

    private Settings settings() {
        return agent.settings(broker.address())
                .say("proxy", proxy.address())
                .say("proxy_user", Squid.USER)
                .say("proxy_password_file", "proxy-password");
    }
}
