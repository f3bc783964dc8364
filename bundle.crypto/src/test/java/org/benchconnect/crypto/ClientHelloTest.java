package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the agent offers to a server, as the server gets it: numbers of IANA's registries, and nothing besides. */
class ClientHelloTest {
    private static final int SERVER_NAME = 0;
    private static final int STATUS_REQUEST = 5;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int EC_POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int STATUS_REQUEST_V2 = 17;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int SESSION_TICKET = 35;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int PSK_KEY_EXCHANGE_MODES = 45;
    private static final int SIGNATURE_ALGORITHMS_CERT = 50;
    private static final int KEY_SHARE = 51;
    private static final int RENEGOTIATION_INFO = 65281;

    @TempDir
    static Path folder;

    private static ClientHello hello;

    @BeforeAll
    static void connect() throws IOException {
        TestAuthority.root("Ours").writePem(folder.resolve("anchors.pem"));
        HardenedTlsClient client = new HardenedTlsClient(folder, "anchors.pem", Clock.systemUTC());
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<ClientHello> received = CompletableFuture.supplyAsync(() -> receive(listener));
            try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                    SSLSocket socket = (SSLSocket)
                            client.context().getSocketFactory().createSocket(plain, "broker.lab.example", 443, true)) {
                socket.setSSLParameters(client.parameters());
                socket.startHandshake();
            } catch (IOException e) {
                // The other end hangs up once it has heard enough.
                assertEquals("broker.lab.example", received.join().serverName());
            }
            hello = received.join();
        }
    }

    private static ClientHello receive(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            return ClientHello.read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void suitesAreThoseOfTls13AndEcdheWithAuthenticatedEncryption() {
        List<Integer> tls13 = List.of(0x1302, 0x1301, 0x1303);
        List<Integer> ecdhe = List.of(0xC02C, 0xC030, 0xC02B, 0xC02F, 0xCCA9, 0xCCA8);

        assertEquals(Stream.of(tls13, ecdhe).flatMap(List::stream).toList(), hello.suites());
    }

    @Test
    void versionsAre13And12() {
        // One byte of length, then the list.
        assertEquals(List.of(0x0304, 0x0303), hello.list(SUPPORTED_VERSIONS, 1));
        assertEquals(0x0303, hello.version());
    }

    @Test
    void groupsAreX25519X448AndTheCurvesOfNistFrom256Bits() {
        assertEquals(List.of(0x001D, 0x0017, 0x0018, 0x0019, 0x001E), hello.list(SUPPORTED_GROUPS, 2));
    }

    @Test
    void signaturesAreOverSha2OrEdwardsCurves() {
        List<Integer> ecdsa = List.of(0x0403, 0x0503, 0x0603);
        List<Integer> edwards = List.of(0x0807, 0x0808);
        List<Integer> pss = List.of(0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B);
        List<Integer> pkcs1 = List.of(0x0401, 0x0501, 0x0601);
        List<Integer> allowed =
                Stream.of(ecdsa, edwards, pss, pkcs1).flatMap(List::stream).toList();

        assertEquals(allowed, hello.list(SIGNATURE_ALGORITHMS, 2));
        assertEquals(allowed, hello.list(SIGNATURE_ALGORITHMS_CERT, 2));
    }

    @Test
    void nothingIsCompressed() {
        assertEquals(List.of(0), hello.compressions());
    }

    @Test
    void theServerIsNamedAndAskedForItsRevocationStatus() {
        assertEquals("broker.lab.example", hello.serverName());
        // OCSP, any responder, no extensions: RFC 6066, section 8.
        assertArrayEquals(new byte[] {1, 0, 0, 0, 0}, hello.extensions().get(STATUS_REQUEST));
    }

    @Test
    void renegotiationIsOnlyEverSecureAndNoOldSessionIsOffered() {
        assertArrayEquals(new byte[] {0}, hello.extensions().get(RENEGOTIATION_INFO));
        assertArrayEquals(new byte[0], hello.extensions().get(SESSION_TICKET));
    }

    /** So no heartbeat (15), no early data (42), no truncated HMAC (4), no shortened records (1), no protocol of its own (16). */
    @Test
    void thereIsNoOtherExtension() {
        assertEquals(
                Set.of(
                        SERVER_NAME,
                        STATUS_REQUEST,
                        SUPPORTED_GROUPS,
                        EC_POINT_FORMATS,
                        SIGNATURE_ALGORITHMS,
                        STATUS_REQUEST_V2,
                        EXTENDED_MASTER_SECRET,
                        SESSION_TICKET,
                        SUPPORTED_VERSIONS,
                        PSK_KEY_EXCHANGE_MODES,
                        SIGNATURE_ALGORITHMS_CERT,
                        KEY_SHARE,
                        RENEGOTIATION_INFO),
                hello.extensions().keySet());
    }
}
