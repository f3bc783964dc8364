package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.benchconnect.upgrade.feature.EveryServer;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test with a web server that has real TLS, and a client that trusts its authority. */
@Timeout(60)
abstract class HttpsTest {
    @TempDir
    static Path home;

    static TestServer identity;
    static HardenedTlsClient tls;

    /** Counted down when the test is over: for servers that wait. */
    final CountDownLatch over = new CountDownLatch(1);

    @Nullable
    LoopbackServer server;

    @BeforeAll
    static void issueCertificate() {
        TestAuthority authority = TestAuthority.root("Ours");
        authority.writePem(home.resolve("anchors.pem"));
        identity = authority.server().issue();
        tls = new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        if (server != null) {
            server.close();
        }
    }

    ReleaseSource open(LoopbackServer.Script script) throws IOException {
        return open(script, Caps.standard(), System::nanoTime);
    }

    ReleaseSource open(LoopbackServer.Script script, Caps caps) throws IOException {
        return open(script, caps, System::nanoTime);
    }

    ReleaseSource open(LoopbackServer.Script script, Caps caps, LongSupplier nanos) throws IOException {
        server = LoopbackServer.tls(identity, script);
        return ReleaseSources.open(server.address(), caps, tls, new EveryServer(), nanos);
    }

    static byte[] read(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }

    static byte[] metadata(ReleaseSource source) throws IOException {
        return read(source.metadata("timestamp.json"));
    }
}
