package org.benchconnect.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.benchconnect.store.SqliteStore;

/** The agent's side of the whole path: home folder, authority, real store, real TLS; what it opened it closes. */
final class TestAgent implements AutoCloseable {
    private final Path home;
    private final TestAuthority authority = TestAuthority.root("Ours");
    private final List<AutoCloseable> opened = new ArrayList<>();
    private SqliteStore store;

    TestAgent(Path home) throws IOException {
        this.home = home;
        authority.writePem(home.resolve("anchors.pem"));
        Files.writeString(home.resolve("password"), Mosquitto.PASSWORD + "\n");
        store = opened();
    }

    private SqliteStore opened() {
        SqliteStore open = RealStore.open(home);
        opened.add(open::close);
        return open;
    }

    Path home() {
        return home;
    }

    TestAuthority authority() {
        return authority;
    }

    SqliteStore store() {
        return store;
    }

    /** As after a restart. */
    void reopenStore() {
        store.close();
        store = opened();
    }

    long waiting() {
        return store.read(tables -> tables.outbox().waiting());
    }

    /** A broker whose certificate is right. */
    Mosquitto broker() throws IOException, InterruptedException {
        return broker(authority.server().issue());
    }

    Mosquitto broker(TestServer server) throws IOException, InterruptedException {
        return closing(new Mosquitto(home.resolve("broker"), server));
    }

    /** With the broker's user and password. */
    Settings settings(String address) {
        return Settings.quick(address).say("user", Mosquitto.USER).say("password_file", "password");
    }

    PahoLink link(Settings settings) {
        return link(settings, Optional.empty());
    }

    /** With the profiles of an installation. */
    PahoLink link(Settings settings, Optional<Path> installation) {
        return link(settings, installation, trusting());
    }

    /** With parts that obey from the first connection on. */
    PahoLink link(Settings settings, Optional<Path> installation, Obedience parts) {
        return link(settings, installation, trusting(), parts::bind);
    }

    /** With another TLS client. */
    PahoLink link(Settings settings, Optional<Path> installation, TlsClient tls) {
        return link(settings, installation, tls, link -> {});
    }

    /** It connects when it has the store, and so gets that last. */
    private PahoLink link(Settings settings, Optional<Path> installation, TlsClient tls, Consumer<PahoLink> parts) {
        PahoLink link = new PahoLink(settings.section(), home, installation, Clock.systemUTC());
        opened.add(link::stop);
        parts.accept(link);
        link.bindTls(tls);
        link.bindStore(store);
        return link;
    }

    private HardenedTlsClient trusting() {
        return new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC());
    }

    <C extends AutoCloseable> C closing(C closeable) {
        opened.add(closeable);
        return closeable;
    }

    @Override
    public void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }
}
