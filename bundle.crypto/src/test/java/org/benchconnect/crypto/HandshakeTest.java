package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes on loopback: what the client says to each server. */
class HandshakeTest {
    @TempDir
    static Path folder;

    private static TestAuthority ours;
    private static TestAuthority foreign;
    private static HardenedTlsClient client;

    @BeforeAll
    static void makeAuthorities() {
        ours = TestAuthority.root("Ours");
        foreign = TestAuthority.root("Foreign");
        ours.writePem(folder.resolve("anchors.pem"));
        client = new HardenedTlsClient(folder, "anchors.pem", Clock.systemUTC());
    }

    @Test
    void rightCertificateIsAccepted() {
        assertNull(verdict(ours.server().issue()));
    }

    @Test
    void rightCertificateWithRsaKeyIsAccepted() {
        assertNull(verdict(ours.server().key("RSA", 2048).issue()));
    }

    @Test
    void certificateOfAnIntermediateAuthorityIsAccepted() {
        assertNull(verdict(ours.intermediate("Below", "SHA256withRSA").server().issue()));
    }

    @Test
    void pssSignatureOverSha256IsAccepted() {
        assertNull(verdict(ours.server().signature("SHA256withRSAandMGF1").issue()));
    }

    @Test
    void expiredCertificateIsRefused() {
        assertEquals(
                Flaw.EXPIRED,
                verdict(ours.server()
                        .valid(Duration.ofDays(-3), Duration.ofDays(-2))
                        .issue()));
    }

    @Test
    void futureCertificateIsRefused() {
        assertEquals(
                Flaw.NOT_YET_VALID,
                verdict(ours.server()
                        .valid(Duration.ofDays(2), Duration.ofDays(3))
                        .issue()));
    }

    @Test
    void certificateOfAnotherHostIsRefused() {
        assertEquals(Flaw.WRONG_HOST, verdict(ours.server().host("example.org").issue()));
    }

    @Test
    void selfSignedCertificateIsRefused() {
        assertEquals(Flaw.UNTRUSTED, verdict(ours.server().selfSigned().issue()));
    }

    @Test
    void certificateOfAnotherAuthorityIsRefused() {
        assertEquals(Flaw.UNTRUSTED, verdict(foreign.server().issue()));
    }

    @Test
    void shortRsaKeyIsRefused() {
        assertEquals(Flaw.WEAK_KEY, verdict(ours.server().key("RSA", 1024).issue()));
    }

    @Test
    void sha1SignatureIsRefused() {
        assertEquals(
                Flaw.WEAK_SIGNATURE,
                verdictOnWhatWasNotOffered(
                        ours.server().signature("SHA1withRSA").issue()));
    }

    @Test
    void pssSignatureOverSha1IsRefused() {
        assertEquals(
                Flaw.WEAK_SIGNATURE,
                verdictOnWhatWasNotOffered(
                        ours.server().signature("SHA1withRSAandMGF1").issue()));
    }

    @Test
    void sha1SignatureOfAnIntermediateAuthorityIsRefused() {
        assertEquals(
                Flaw.WEAK_SIGNATURE,
                verdictOnWhatWasNotOffered(
                        ours.intermediate("Below", "SHA1withRSA").server().issue()));
    }

    @Test
    void hostAsCommonNameAloneIsRefused() {
        assertEquals(
                Flaw.NO_ALTERNATIVE_NAME,
                verdict(ours.server().withoutAlternativeName().issue()));
    }

    @Test
    void certificateForClientsIsRefused() {
        assertEquals(Flaw.WRONG_PURPOSE, verdict(ours.server().forClients().issue()));
    }

    @Test
    void certificateWithoutPurposeIsRefused() {
        assertEquals(Flaw.WRONG_PURPOSE, verdict(ours.server().withoutPurpose().issue()));
    }

    @Test
    void longChainIsRefused() {
        TestAuthority deep = ours;
        for (int i = 0; i < 5; i++) {
            deep = deep.intermediate("Below " + i, "SHA256withRSA");
        }

        assertEquals(Flaw.CHAIN_TOO_LONG, verdict(deep.server().issue()));
    }

    @Test
    void withoutAnchorsNobodyIsTrusted() {
        HardenedTlsClient nobody = new HardenedTlsClient(folder, "", Clock.systemUTC());

        assertEquals(
                Flaw.NO_ANCHORS,
                verdict(nobody, nobody.parameters(), ours.server().issue()));
    }

    @Test
    void callerWhoDoesNotCheckTheHostIsRefused() {
        SSLParameters careless = client.parameters();
        careless.setEndpointIdentificationAlgorithm(null);

        assertEquals(
                Flaw.HOST_UNCHECKED, verdict(client, careless, ours.server().issue()));
    }

    @Test
    void serverWithoutForwardSecrecyIsRefused() {
        TestServer server = ours.server().key("RSA", 2048).issue();

        assertThrows(
                SSLException.class,
                () -> handshake(client, client.parameters(), server, "TLSv1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256"));
    }

    @Test
    void serverWithoutAuthenticatedEncryptionIsRefused() {
        TestServer server = ours.server().key("RSA", 2048).issue();

        assertThrows(
                SSLException.class,
                () -> handshake(
                        client, client.parameters(), server, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"));
    }

    @Test
    void version12WithForwardSecrecyIsAccepted() throws IOException {
        TestServer server = ours.server().key("RSA", 2048).issue();

        assertEquals(
                "TLSv1.2",
                handshake(client, client.parameters(), server, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"));
    }

    /** A resumed session shows no certificate: what has expired meanwhile would not be seen. */
    @Test
    void noSessionIsKeptLongerThanASecond() {
        assertEquals(1, client.context().getClientSessionContext().getSessionTimeout());
    }

    @Test
    void parametersAreNewAtEachCall() {
        client.parameters().setProtocols(new String[] {"TLSv1.2"});

        assertTrue(client.parameters().getProtocols().length == 2);
    }

    @Test
    void serverThatOnlyHasSha1IsRefusedBeforeItSendsItsCertificate() {
        TestServer server = ours.server().signature("SHA1withRSA").issue();

        assertThrows(
                SSLException.class,
                () -> handshake(client, client.parameters(), server, "TLSv1.3", "TLS_AES_128_GCM_SHA256"));
    }

    /** The verdict on a server that sends a signature which we do not offer to take. */
    private static @Nullable Flaw verdictOnWhatWasNotOffered(TestServer server) {
        SSLParameters offering = client.parameters();
        offering.setAlgorithmConstraints(null);
        return verdict(client, offering, server);
    }

    private static @Nullable Flaw verdict(TestServer server) {
        return verdict(client, client.parameters(), server);
    }

    static @Nullable Flaw verdict(HardenedTlsClient by, SSLParameters parameters, TestServer server) {
        try {
            assertEquals("TLSv1.3", handshake(by, parameters, server, "TLSv1.3", "TLS_AES_128_GCM_SHA256"));
            return null;
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RefusedCertificateException refused) {
                    return refused.flaw();
                }
            }
            throw new AssertionError("refused, but not for its certificate", e);
        }
    }

    /** The version that was agreed. */
    private static String handshake(
            HardenedTlsClient by, SSLParameters parameters, TestServer server, String version, String suite)
            throws IOException {
        try (SSLServerSocket listener = (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setEnabledProtocols(new String[] {version});
            listener.setEnabledCipherSuites(new String[] {suite});
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(listener));
            try (SSLSocket socket =
                    (SSLSocket) by.context().getSocketFactory().createSocket("localhost", listener.getLocalPort())) {
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol();
            } finally {
                served.join();
            }
        }
    }

    private static void serve(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            // The client's verdict is what counts.
            return;
        }
    }
}
