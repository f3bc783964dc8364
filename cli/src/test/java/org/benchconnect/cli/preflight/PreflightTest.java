package org.benchconnect.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.benchconnect.cli.doctor.Limits;
import org.benchconnect.cli.doctor.ScriptedServer;
import org.benchconnect.cli.doctor.Scripts;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder as it would be on a stick: a profile and nothing else. */
class PreflightTest {
    private static final TestAuthority OURS = TestAuthority.root("Lab authority");

    @TempDir
    Path stick;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aStick() throws IOException {
        Files.createDirectories(stick.resolve("profiles"));
        OURS.writePem(stick.resolve("profiles").resolve("roots.pem"));
        profile("\"roots.pem\"");
    }

    private void profile(String roots) throws IOException {
        Files.writeString(
                stick.resolve("profiles").resolve("self-hosted.json"),
                "{\"name\": \"self-hosted\", \"dialect\": \"self-hosted\", \"regions\": {\"site\": {\"hosts\": "
                        + "[\"*.lab.example\"], \"remote-sessions\": [\"*.remote.example\"]}}, \"trust-roots\": ["
                        + roots
                        + "]}");
    }

    private int run(Clock clock, String... words) {
        return run(clock, Duration.ofMillis(300), words);
    }

    private int run(Clock clock, Duration upload, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        Network.Settings settings = new Network.Settings(new Limits(Duration.ofSeconds(8)), upload, clock);
        return PreflightCommand.run(all, stick, settings, print(out), print(err));
    }

    private static PrintStream print(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private JsonObject result(String subject, int index) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonElement each :
                JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonArray()) {
            if (each.getAsJsonObject().get("subject").getAsString().equals(subject)) {
                all.add(each.getAsJsonObject());
            }
        }
        return all.get(index);
    }

    private String state(String subject, int index) {
        return result(subject, index).get("result").getAsString();
    }

    private static ScriptedServer web(ScriptedServer.Script script) {
        return new ScriptedServer(OURS.server().issue().context(), script);
    }

    private static String dated() {
        return "HTTP/1.1 404 No\r\nDate: " + Scripts.date(Instant.now()) + "\r\n\r\n";
    }

    @Test
    void offlineItSaysWhatItCouldNotTest() {
        int code = run(Clock.systemUTC(), "--json");

        assertEquals(0, code, err::toString);
        assertEquals("endpoint.pattern", state("ENDPOINT", 0));
        assertEquals("bandwidth.none", state("BANDWIDTH", 0));
        assertEquals("clock.unknown", state("CLOCK", 0));
        assertEquals("java.good", state("JAVA", 0));
    }

    @Test
    void reachesAnEndpointAndComparesClocks() {
        try (ScriptedServer server = web(Scripts.answering(dated()))) {
            int code = run(Clock.systemUTC(), "--json", "--host", server.address());

            assertEquals(0, code, out::toString);
            assertEquals("endpoint.good", state("ENDPOINT", 1));
            assertEquals("clock.good", state("CLOCK", 0));
        }
    }

    @Test
    void aWrongClockIsToBeMended() {
        try (ScriptedServer server = web(Scripts.answering(dated()))) {
            Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));

            int code = run(ahead, "--json", "--host", server.address());

            assertEquals(1, code);
            assertEquals("clock.wrong", state("CLOCK", 0));
        }
    }

    @Test
    void anInspectedEndpointIsNamedWithItsRemedy() {
        TestAuthority others = TestAuthority.root("Inspecting Gateway CA");
        try (ScriptedServer server =
                new ScriptedServer(others.server().issue().context(), Scripts.answering(dated()))) {
            int code = run(Clock.systemUTC(), "--json", "--host", server.address());

            JsonObject result = result("ENDPOINT", 1);
            assertEquals(1, code);
            assertTrue(result.get("text").getAsString().contains("Inspecting Gateway CA"), result::toString);
            assertFalse(result.get("remedy").getAsString().isEmpty());
        }
    }

    @Test
    void withoutKnownAuthoritiesTheIssuerIsShownAndNothingIsSaidToBeRight() throws IOException {
        profile("");
        try (ScriptedServer server = web(Scripts.answering(dated()))) {
            run(Clock.systemUTC(), "--json", "--host", server.address());

            assertEquals("endpoint.unchecked", state("ENDPOINT", 1));
            assertTrue(result("ENDPOINT", 1).get("text").getAsString().contains("Lab authority"));
        }
    }

    @Test
    void aHostOutsideTheProfileIsNotAsked() {
        int code =
                run(Clock.systemUTC(), "--json", "--host", "elsewhere.example", "--upload", "https://other.example/");

        assertEquals(1, code);
        assertEquals("endpoint.refused", state("ENDPOINT", 1));
        assertEquals("bandwidth.refused", state("BANDWIDTH", 0));
    }

    @Test
    void aProxyThatWantsNtlmIsNamed() {
        try (ScriptedServer proxy =
                new ScriptedServer(null, Scripts.answering("HTTP/1.1 407 Who\r\nProxy-Authenticate: NTLM\r\n\r\n"))) {
            int code = run(
                    Clock.systemUTC(), "--json", "--lang", "it", "--proxy", proxy.address(), "--host", "a.lab.example");

            assertEquals(1, code);
            assertEquals("proxy.blocked", state("PROXY", 0));
            assertTrue(result("PROXY", 0).get("text").getAsString().contains("NTLM"));
        }
    }

    @Test
    void aWideLineIsGood() {
        try (ScriptedServer server =
                web(connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
            for (int millis : new int[] {300, 3000, 30_000}) {
                out.reset();
                run(Clock.systemUTC(), Duration.ofMillis(millis), "--json", "--upload", upload(server));
                if (state("BANDWIDTH", 0).equals("bandwidth.good")) {
                    return;
                }
            }
        }
        fail("too little gets out, however long it is measured: " + out);
    }

    private static String upload(ScriptedServer server) {
        return "https://" + server.address() + "/upload";
    }

    @Test
    void aNarrowLineWarnsAndBlocksNothing() {
        try (ScriptedServer server = web(connection -> {
            connection.setReceiveBufferSize(4096);
            slowly(connection.getInputStream());
        })) {
            int code = run(Clock.systemUTC(), "--json", "--upload", upload(server));

            assertEquals(0, code);
            assertTrue(
                    List.of("bandwidth.low", "bandwidth.good").contains(state("BANDWIDTH", 0)),
                    () -> state("BANDWIDTH", 0));
        }
    }

    private static void slowly(InputStream in) throws IOException {
        while (in.readNBytes(1024).length > 0) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void thePageAsksNobodyForAnythingAndNamesNobody() throws IOException {
        for (String language : List.of("en", "it", "es")) {
            Path page = stick.resolve(language + ".html");

            int code = run(Clock.systemUTC(), "--page", page.toString(), "--lang", language);

            String html = Files.readString(page);
            assertEquals(0, code, err::toString);
            assertTrue(html.contains("*.lab.example") && html.contains("*.remote.example"), html);
            assertFalse(html.matches("(?s).*(<script|<img|<link|src=|href=|url\\(|@import).*"), html);
            assertFalse(html.contains(System.getProperty("user.home")), html);
            assertFalse(html.contains("cause.") || html.contains("subject."), html);
        }
    }

    @Test
    void anUnknownOptionIsUsage() {
        assertEquals(2, run(Clock.systemUTC(), "--fast"));
    }
}
