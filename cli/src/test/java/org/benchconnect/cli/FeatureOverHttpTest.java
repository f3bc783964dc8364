package org.benchconnect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code benchconnect feature} from its words to the request, over real HTTP. */
class FeatureOverHttpTest {
    private static final String REFUSAL =
            "{\"error\":\"FEATURE_REFUSED\",\"message\":\"m\",\"reason\":\"RING\",\"text\":\"Ancora no.\",\"detail\":\"d\"}";

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FeatureOverHttpTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectories(home.resolve("run"));
        Files.writeString(
                home.resolve("run/api"),
                "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "\",\"token\":\"secret\"}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRefusalComesBackAsReasonAndSentence() {
        assertEquals(1, run("feature", "install", "/media/stick", "--lang", "it", "--home", home.toString()));

        assertEquals("benchconnect: Ancora no.\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "POST /api/v1/features/plan?lang=it Bearer secret application/json {\"source\":\"/media/stick\"}"),
                asked);
    }

    @Test
    void wrongWordsAreAMatterOfUsage() {
        assertEquals(2, run("feature", "install", "--home", home.toString()));

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: benchconnect feature"));
    }

    @Test
    void upgradeAloneSaysItsUsageAlthoughNoAgentRuns() {
        assertEquals(2, run("upgrade", "--home", home.resolve("nobody").toString()));

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: benchconnect upgrade status|check|plan|"));
    }

    @Test
    void thatNoAgentRunsIsSaidInTheLanguageOfWhoeverAsks() {
        Path nobody = home.resolve("nobody");

        assertEquals(1, run("consent", "list", "--lang", "it", "--home", nobody.toString()));
        assertEquals(1, run("consent", "list", "--lang", "es", "--home", nobody.toString()));

        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("Nessun agente è in funzione") && said.contains("No hay ningún agente"), said);
    }

    private int run(String... words) {
        return BenchConnect.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = REFUSAL.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(422, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
