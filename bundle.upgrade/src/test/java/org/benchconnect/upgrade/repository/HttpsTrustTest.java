package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.upgrade.feature.EveryServer;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;

/** Servers that somebody else runs. */
class HttpsTrustTest extends HttpsTest {
    @Test
    void selfSignedServer() throws IOException {
        server = LoopbackServer.tls(
                TestAuthority.root("Other").server().selfSigned().issue(), LoopbackServer.ok(new byte[1]));

        isUntrusted(server.address());
    }

    @Test
    void serverOfAnotherAuthority() throws IOException {
        server = LoopbackServer.tls(TestAuthority.root("Ours").server().issue(), LoopbackServer.ok(new byte[1]));

        isUntrusted(server.address());
    }

    @Test
    void serverWithAnotherHostsCertificate() throws IOException {
        TestAuthority authority = TestAuthority.root("Theirs");
        authority.writePem(home.resolve("theirs.pem"));
        server = LoopbackServer.tls(authority.server().host("other.example").issue(), LoopbackServer.ok(new byte[1]));
        ReleaseSource source = ReleaseSources.open(
                server.address(),
                Caps.standard(),
                new HardenedTlsClient(home, "theirs.pem", Clock.systemUTC()),
                new EveryServer());

        assertThrows(UntrustedServerException.class, () -> source.metadata("timestamp.json"));
    }

    @Test
    void serverWithoutTls() throws IOException {
        server = LoopbackServer.plain(LoopbackServer.ok(new byte[1]));

        isUntrusted(server.address());
    }

    private void isUntrusted(String address) throws IOException {
        ReleaseSource source = ReleaseSources.open(address, Caps.standard(), tls, new EveryServer());

        UntrustedServerException refused =
                assertThrows(UntrustedServerException.class, () -> source.metadata("timestamp.json"));

        assertEquals("localhost", refused.host());
        assertEquals(RefusedFor.SOURCE, refused.reason());
    }

    @Test
    void nobodyListens() throws IOException {
        server = LoopbackServer.plain((path, out) -> {});
        server.close();
        ReleaseSource source =
                ReleaseSources.open("https://localhost:" + server.port(), Caps.standard(), tls, new EveryServer());

        assertInstanceOf(IOException.class, assertThrows(IOException.class, () -> source.metadata("timestamp.json")));
    }
}
