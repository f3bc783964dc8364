package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.link.Passage;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.link.egress.Passages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others fetch goes through the proxy of the link too, and signs in to it. */
@Timeout(180)
class PassageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private Squid squid;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        TestAuthority authority = TestAuthority.root("Ours");
        authority.writePem(home.resolve("anchors.pem"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(authority.server().issue().context()));
        server.createContext("/", exchange -> {
            exchange.getRequestHeaders().forEach((name, values) -> authorizations.add(name + values));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        squid = new Squid(server.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        if (squid != null) {
            squid.close();
        }
    }

    private int asked(Passage passage) throws IOException, InterruptedException {
        HardenedTlsClient tls = new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC());
        HttpClient.Builder client =
                HttpClient.newBuilder().sslContext(tls.context()).sslParameters(tls.parameters());
        passage.applyTo(client);
        URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        return client.build()
                .send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void proxyThatWantsAPasswordGetsItAndTheServerDoesNot() throws Exception {
        Files.writeString(home.resolve("proxy-password"), Squid.PASSWORD + "\n");
        Passage passage = Passages.of(squid.address(), Squid.USER, "proxy-password", home)
                .requirePassage("localhost", server.getAddress().getPort(), PATIENCE);

        int status = asked(passage);

        assertEquals(204, status);
        assertEquals(
                squid.address(), "localhost:" + passage.proxy().orElseThrow().getPort());
        assertTrue(authorizations.stream().noneMatch(each -> each.contains("uthorization")), authorizations::toString);
    }

    @Test
    void wrongPasswordLetsNothingThrough() throws Exception {
        Files.writeString(home.resolve("proxy-password"), "wrong\n");
        Passage passage = Passages.of(squid.address(), Squid.USER, "proxy-password", home)
                .requirePassage("localhost", server.getAddress().getPort(), PATIENCE);

        try {
            assertEquals(407, asked(passage));
        } catch (IOException tooManyAttempts) {
            assertTrue(tooManyAttempts.getMessage().contains("authentication"), tooManyAttempts::toString);
        }

        assertEquals(List.of(), authorizations);
    }
}
