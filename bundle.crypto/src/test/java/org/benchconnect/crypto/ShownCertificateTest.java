package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.benchconnect.core.link.ClientCertificate;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.status.Status;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this PC shows, to whom, and what it does not use. */
class ShownCertificateTest {
    private final TestAuthority authority = TestAuthority.root("Ours");

    @TempDir
    Path home;

    @BeforeEach
    void anchors() {
        authority.writePem(home.resolve("anchors.pem"));
    }

    @Test
    void theBrokerIsShownTheCertificateAndNobodyElse() throws Exception {
        write(client().issue());
        HardenedTlsClient tls = tls(Clock.systemUTC());

        assertEquals(ClientCertificate.READY, tls.clientCertificate());

        assertEquals(Optional.of("CN=bench-7"), shown(tls, tls.brokerContext()));
        assertEquals(Optional.empty(), shown(tls, tls.context()));
    }

    @Test
    void oneThatIsUnusableIsNotShownToTheBrokerEither() throws Exception {
        write(client().issue());
        HardenedTlsClient tls = tls(Clock.systemUTC());
        assertEquals(ClientCertificate.READY, tls.clientCertificate());

        client().issue().writeChain(home.resolve("device.pem"));

        assertEquals(ClientCertificate.NOT_MATCHING, tls.clientCertificate());
        assertEquals(Optional.empty(), shown(tls, tls.brokerContext()));
    }

    @Test
    void itsEndIsSaidInTimeAndThenItIsNotUsed() throws Exception {
        write(client().valid(Duration.ofDays(-1), Duration.ofDays(40)).issue());
        Instant now = Instant.now();

        assertEquals(ClientCertificate.READY, at(now));
        assertEquals(ClientCertificate.EXPIRING, at(now.plus(Duration.ofDays(11))));
        assertEquals(ClientCertificate.EXPIRED, at(now.plus(Duration.ofDays(41))));
        assertEquals(ClientCertificate.NOT_YET_VALID, at(now.minus(Duration.ofDays(2))));
    }

    @Test
    void statusSaysHowManyDaysAreLeft() throws Exception {
        write(client().valid(Duration.ofDays(-1), Duration.ofDays(5)).issue());

        Status said = tls(Clock.systemUTC()).status();

        assertEquals(
                "TLS_CLIENT_EXPIRING ANCHORS=n1;CLIENT_CERTIFICATE=tEXPIRING;CLIENT_END_EPOCH_SECONDS=n#;EXPIRY_DAYS=n4",
                said.subject() + " " + said.facts().encode().replaceAll("SECONDS=n[^;]+", "SECONDS=n#"));
        long end = Instant.now().plus(Duration.ofDays(5)).getEpochSecond();
        assertEquals(end, ((Fact.Quantity) said.facts().get(TlsReport.Name.CLIENT_END_EPOCH_SECONDS)).value(), 60);
    }

    @Test
    void aCertificateForServersIsNotShown() throws Exception {
        write(authority.server().issue());

        assertEquals(ClientCertificate.UNREADABLE, tls(Clock.systemUTC()).clientCertificate());
    }

    @Test
    void anythingButAChainIsNotUsed() throws Exception {
        TestServer client = client().issue();
        write(client);
        String own = Files.readString(home.resolve("device.pem"));
        TestAuthority.root("Theirs").writePem(home.resolve("theirs.pem"));

        Files.writeString(home.resolve("device.pem"), own + Files.readString(home.resolve("theirs.pem")));
        assertEquals(ClientCertificate.UNREADABLE, tls(Clock.systemUTC()).clientCertificate());
        Files.writeString(home.resolve("device.pem"), own.repeat(6));
        assertEquals(ClientCertificate.UNREADABLE, tls(Clock.systemUTC()).clientCertificate());
        Files.writeString(home.resolve("device.pem"), "");
        assertEquals(ClientCertificate.UNREADABLE, tls(Clock.systemUTC()).clientCertificate());
        Files.writeString(home.resolve("device.pem"), own + Files.readString(home.resolve("anchors.pem")));
        assertEquals(ClientCertificate.EXPIRING, tls(Clock.systemUTC()).clientCertificate());
    }

    @Test
    void aKeyThatIsWeakALinkOrReadByOthersIsNotUsed() throws Exception {
        write(client().key("RSA", 1024).issue());
        assertEquals(ClientCertificate.KEY_UNREADABLE, tls(Clock.systemUTC()).clientCertificate());

        write(client().key("RSA", 2048).issue());
        assertTrue(tls(Clock.systemUTC()).clientCertificate().mayConnect());
        Path elsewhere = Files.move(home.resolve("device.key"), home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("device.key"), elsewhere);
        assertEquals(ClientCertificate.KEY_UNREADABLE, tls(Clock.systemUTC()).clientCertificate());

        write(client().issue());
        Files.setPosixFilePermissions(home.resolve("device.key"), PosixFilePermissions.fromString("rw----r--"));
        assertEquals(ClientCertificate.KEY_NOT_PRIVATE, tls(Clock.systemUTC()).clientCertificate());
    }

    @Test
    void theDevicesOwnKeyStaysTheSameAndOpensOnThisDeviceAlone() throws Exception {
        InMemoryIdentity device = new InMemoryIdentity();
        assertEquals(ClientCertificate.NOT_ISSUED, own(device));
        byte[] request = Files.readAllBytes(home.resolve("own.pem.request"));

        assertEquals(ClientCertificate.NOT_ISSUED, own(device));
        assertEquals(ClientCertificate.KEY_UNREADABLE, own(new InMemoryIdentity()));

        assertEquals(-1, Files.mismatch(Files.write(home.resolve("before"), request), home.resolve("own.pem.request")));
    }

    private ClientCertificate own(InMemoryIdentity device) {
        HardenedTlsClient tls = HardenedTlsClient.showing(home, "anchors.pem", "own.pem", "", Clock.systemUTC());
        assertEquals(ClientCertificate.KEYS_NOT_THERE, tls.clientCertificate());
        tls.bindIdentity(device);
        return tls.clientCertificate();
    }

    private TestServer.Request client() {
        return authority.server().host("bench-7").forClients().valid(Duration.ofDays(-1), Duration.ofDays(40));
    }

    private void write(TestServer client) throws IOException {
        Files.deleteIfExists(home.resolve("device.key"));
        client.writeKey(home.resolve("device.key"));
        Files.setPosixFilePermissions(home.resolve("device.key"), PosixFilePermissions.fromString("rw-------"));
        client.writeChain(home.resolve("device.pem"));
    }

    private ClientCertificate at(Instant now) {
        return tls(Clock.fixed(now, ZoneOffset.UTC)).clientCertificate();
    }

    private HardenedTlsClient tls(Clock clock) {
        return HardenedTlsClient.showing(home, "anchors.pem", "device.pem", "device.key", clock);
    }

    /** The subject that a server which asks for a certificate gets. */
    private Optional<String> shown(HardenedTlsClient tls, SSLContext client) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket)
                server().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setWantClientAuth(true);
            CompletableFuture<Optional<String>> got = CompletableFuture.supplyAsync(() -> accept(listener));
            try (SSLSocket socket =
                    (SSLSocket) client.getSocketFactory().createSocket("localhost", listener.getLocalPort())) {
                socket.setSSLParameters(tls.parameters());
                socket.startHandshake();
                assertEquals(1, socket.getInputStream().read());
                return got.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static Optional<String> accept(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            Optional<String> subject = subject(socket);
            socket.getOutputStream().write(1);
            return subject;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> subject(SSLSocket socket) {
        try {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return Optional.of(shown.getSubjectX500Principal().getName());
        } catch (SSLPeerUnverifiedException nothing) {
            return Optional.empty();
        }
    }

    private SSLContext server() throws Exception {
        TestServer server = authority.server().issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = server.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("server", server.keys().getPrivate(), new char[0], chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ours", authority.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
