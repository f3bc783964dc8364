package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.benchconnect.link.hub.HubDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutual TLS against brokers that take nobody without a certificate: mosquitto, and the double of Azure IoT Hub. */
class MutualTlsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DEVICE = "bench-7";

    @TempDir
    Path home;

    private TestAgent agent;

    @BeforeEach
    void open() throws Exception {
        agent = new TestAgent(home);
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void aCertificateOfTheSiteOpensTheBrokerAndNoticesGoThrough() throws Exception {
        Mosquitto broker = requiring(home.resolve("anchors.pem"));
        write(issued());

        PahoLink link = link(broker.address(), tls());

        online(link);
        Notices.append(agent.store(), 1, 5);
        link.changed(Notices.notice(1));
        Await.until(SOON, () -> agent.waiting() + " wait", () -> agent.waiting() == 0);
    }

    @Test
    void withoutACertificateTheBrokersRefusalIsNamed() throws Exception {
        Mosquitto broker = requiring(home.resolve("anchors.pem"));

        PahoLink link = link(broker.address(), new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC()));

        is(Problem.LINK_CERTIFICATE_REFUSED, link);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefusedByTheBrokerAndThatIsNamed() throws Exception {
        Mosquitto broker = requiring(home.resolve("anchors.pem"));
        write(TestAuthority.root("Theirs").server().host(DEVICE).forClients().issue());

        PahoLink link = link(broker.address(), tls());

        is(Problem.LINK_CERTIFICATE_REFUSED, link);
    }

    @Test
    void whatCannotBeShownIsNamedAndNothingConnects() throws Exception {
        try (HubDouble hub = hub()) {
            write(issued());
            issued().writeKey(home.resolve("device.key"));
            is(Problem.LINK_CERTIFICATE_NOT_MATCHING, link(hub.address(), tls()));

            write(agent.authority()
                    .server()
                    .host(DEVICE)
                    .forClients()
                    .valid(Duration.ofDays(-3), Duration.ofDays(-1))
                    .issue());
            is(Problem.LINK_CERTIFICATE_NOT_VALID, link(hub.address(), tls()));

            Files.setPosixFilePermissions(home.resolve("device.key"), PosixFilePermissions.fromString("rw-r-----"));
            is(Problem.LINK_CERTIFICATE_KEY_NOT_PRIVATE, link(hub.address(), tls()));

            Files.delete(home.resolve("device.key"));
            is(Problem.LINK_CERTIFICATE_UNREADABLE, link(hub.address(), tls()));

            assertEquals(List.of(), hub.paths());
        }
    }

    @Test
    void aRenewedCertificateCountsWithoutARestart() throws Exception {
        Mosquitto broker = requiring(home.resolve("anchors.pem"));
        write(agent.authority()
                .server()
                .host(DEVICE)
                .forClients()
                .valid(Duration.ofDays(-3), Duration.ofDays(-1))
                .issue());
        PahoLink link = link(broker.address(), tls());
        is(Problem.LINK_CERTIFICATE_NOT_VALID, link);

        write(issued());

        online(link);
    }

    @Test
    void theDevicesOwnKeyIsSealedAskedForAndOpensTheBroker() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: needs openssl");
        openssl("req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 10 -subj /CN=Site");
        Mosquitto broker = requiring(home.resolve("ca.pem"));
        HardenedTlsClient tls = HardenedTlsClient.showing(home, "anchors.pem", "device.pem", "", Clock.systemUTC());
        PahoLink link = link(broker.address(), tls);
        is(Problem.LINK_CERTIFICATE_KEYS_MISSING, link);

        InMemoryIdentity device = new InMemoryIdentity();
        tls.bindIdentity(device);
        is(Problem.LINK_CERTIFICATE_NOT_ISSUED, link);
        openssl("req -in device.pem.request -verify -noout");
        openssl("x509 -req -in device.pem.request -CA ca.pem -CAkey ca.key -days 10 -out device.pem");

        online(link);
        String sealed = Files.readString(home.resolve("device.pem.key.sealed"), StandardCharsets.ISO_8859_1);
        assertFalse(sealed.contains("PRIVATE"));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(home.resolve("device.pem.key.sealed")));
        tls.unbindIdentity(device);
        tls.bindIdentity(new InMemoryIdentity());
        assertEquals("TLS_CLIENT_KEY_UNREADABLE", tls.status().subject().toString());
    }

    @Test
    void azureIotHubTakesTheCertificateInPlaceOfAKey() throws Exception {
        try (HubDouble hub = hub()) {
            write(issued());

            PahoLink link = link(hub.address(), tls(), DEVICE);

            online(link);
            assertEquals(List.of("/$iothub/websocket"), List.copyOf(Set.copyOf(hub.paths())));
            assertEquals(Set.of(), hub.broken());
        }
    }

    @Test
    void azureIotHubRefusesTheCertificateOfAnotherDevice() throws Exception {
        try (HubDouble hub = hub()) {
            write(issued());

            PahoLink link = link(hub.address(), tls(), "bench-8");

            is(Problem.LINK_CREDENTIALS_REFUSED, link);
        }
    }

    private Mosquitto requiring(Path authorities) throws Exception {
        return agent.closing(Mosquitto.requiringCertificates(
                home.resolve("broker"), agent.authority().server().issue(), authorities));
    }

    private HubDouble hub() throws Exception {
        TestServer server = agent.authority().server().issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "hub", server.keys().getPrivate(), new char[0], server.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ours", agent.authority().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new HubDouble(context, true);
    }

    private TestServer issued() {
        return agent.authority().server().host(DEVICE).forClients().issue();
    }

    /** As the site brings it. */
    private void write(TestServer client) throws Exception {
        client.writeKey(home.resolve("device.key"));
        Files.setPosixFilePermissions(home.resolve("device.key"), PosixFilePermissions.fromString("rw-------"));
        client.writeChain(home.resolve("device.pem"));
    }

    private HardenedTlsClient tls() {
        return HardenedTlsClient.showing(home, "anchors.pem", "device.pem", "device.key", Clock.systemUTC());
    }

    private PahoLink link(String address, HardenedTlsClient tls) {
        return link(address, tls, "");
    }

    private PahoLink link(String address, HardenedTlsClient tls, String user) {
        return agent.link(Settings.quick(address).say("user", user), Optional.empty(), tls);
    }

    private static void online(PahoLink link) throws Exception {
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
    }

    private static void is(Problem problem, PahoLink link) throws Exception {
        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == problem);
    }

    private void openssl(String words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(words.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(said);
        }
    }
}
