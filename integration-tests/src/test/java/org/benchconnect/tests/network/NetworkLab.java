package org.benchconnect.tests.network;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.status.Platform;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.link.LinkOfATest;
import org.benchconnect.notify.NotificationClient;
import org.benchconnect.notify.NotificationsOfATest;
import org.benchconnect.store.SqliteStore;
import org.osgi.framework.BundleContext;

/** A PC with the real store, notification client, TLS and link, behind a proxy, a gateway and a broker; all spans short. */
final class NetworkLab implements AutoCloseable {
    private static final Duration HOUR = Duration.ofHours(1);

    final HeldClock clock = new HeldClock();
    final LocalBroker broker;
    final Arrivals arrivals;
    final Gateway gateway;
    final SpoilingProxy proxy;
    final SqliteStore store;
    final NotificationClient notifications;
    final LinkOfATest link;
    private final List<AutoCloseable> opened = new ArrayList<>();

    NetworkLab(Path home, long seed) throws Exception {
        TestAuthority ours = TestAuthority.root("Ours");
        ours.writePem(home.resolve("anchors.pem"));
        Files.writeString(home.resolve("proxy-password"), SpoilingProxy.PASSWORD + "\n");
        broker = closing(new LocalBroker(home.resolve("broker")));
        arrivals = closing(new Arrivals(broker.address()));
        gateway = closing(new Gateway(
                ours.server().issue(),
                TestAuthority.root("Inspector").server().issue(),
                broker.address().getPort(),
                seed));
        proxy = closing(new SpoilingProxy(gateway.port(), seed));
        store = store(home);
        opened.add(store::close);
        notifications = NotificationsOfATest.each(clock);
        opened.add(notifications::close);
        notifications.bindStore(store);
        link = closing(
                new LinkOfATest(settings(), home, clock, new HardenedTlsClient(home, "anchors.pem", clock), store));
        notifications.addListener(link.link());
    }

    private Map<String, Object> settings() {
        return Map.of(
                "address", "wss://localhost:" + gateway.port() + "/mqtt",
                "proxy", "127.0.0.1:" + proxy.port(),
                "proxy_user", SpoilingProxy.USER,
                "proxy_password_file", "proxy-password",
                "keep_alive_seconds", 2,
                "connect_timeout_seconds", 3,
                "isolated_loss_seconds", 0,
                "server_loss_seconds", 1,
                "longest_wait_seconds", 2);
    }

    /** The real store with every stream switched on. */
    static SqliteStore store(Path home) {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        BundleContext framework = (BundleContext) Proxy.newProxyInstance(
                NetworkLab.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> properties.get(String.valueOf(arguments[0])));
        SqliteStore store = new SqliteStore(framework);
        store.bindStreams(stream -> true);
        return store;
    }

    private <C extends AutoCloseable> C closing(C closeable) {
        opened.add(closeable);
        return closeable;
    }

    /** From now on it is like this, until it is said otherwise. */
    void weather(Weather now) throws Exception {
        gateway.weather(now);
        proxy.weather(now);
        clock.wrongBy(
                switch (now) {
                    case CLOCK_AHEAD -> HOUR;
                    case CLOCK_BEHIND -> HOUR.negated();
                    default -> Duration.ZERO;
                });
        if (now == Weather.BROKER_RESTART) {
            arrivals.leave();
            broker.close();
            broker.start();
            arrivals.comeBack();
        }
    }

    long waiting() {
        return store.read(tables -> tables.outbox().waiting());
    }

    long givenUp() {
        return store.read(tables -> tables.outbox().givenUp());
    }

    @Override
    public void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }
}
