package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of the page. */
class ViewerTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void filesAndTheRegistryAreServedAndNothingElse() throws Exception {
        Tls tls = new Tls();
        Path registry = folder.resolve("registry");
        HttpClient client = HttpClient.newBuilder().sslContext(tls.client).build();
        try (Viewer viewer = Viewer.start(settings(tls, registry, "wss://localhost:8443"))) {
            assertEquals(503, get(client, viewer, "GET", "/registry").statusCode());
            Files.writeString(registry, "one");
            assertEquals("one", get(client, viewer, "GET", "/registry").body());
            Files.writeString(folder.resolve("next"), "another");
            Files.move(folder.resolve("next"), registry, StandardCopyOption.REPLACE_EXISTING);
            assertEquals("another", get(client, viewer, "GET", "/registry").body());
            assertEquals(
                    "{\"v\":1,\"relay\":\"wss://localhost:8443\",\"registryKey\":\"" + KEY + "\"}",
                    get(client, viewer, "GET", "/viewer.json").body());
            HttpResponse<String> page = get(client, viewer, "GET", "/");
            assertEquals(
                    "text/html; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElseThrow());
            assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
            assertTrue(page.headers().firstValue("Server").isEmpty());
            assertEquals("", get(client, viewer, "HEAD", "/main.js").body());
            assertEquals(405, get(client, viewer, "POST", "/").statusCode());
            HttpResponse<String> nothing = get(client, viewer, "GET", "/%2e%2e/secret");
            assertTrue(nothing.statusCode() >= 400, nothing.statusCode() + "");
            assertEquals(404, get(client, viewer, "GET", "/nothing").statusCode());
            assertTrue(get(client, viewer, "GET", "/nothing")
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://relay.example",
                "wss://relay.example/path",
                "wss://a; script-src *",
                "https://relay.example",
                "wss://"
            })
    void aRelayThatIsNoneOrWouldWidenThePolicyIsRefused(String relay) throws Exception {
        Tls tls = new Tls();

        assertThrows(IllegalArgumentException.class, () -> settings(tls, folder, relay));
    }

    private static ViewerSettings settings(Tls tls, Path registry, String relay) {
        return new ViewerSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                tls.server,
                relay,
                KEY,
                new RegistryFile(registry));
    }

    private static HttpResponse<String> get(HttpClient client, Viewer viewer, String method, String path)
            throws Exception {
        URI address = URI.create("https://127.0.0.1:" + viewer.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
