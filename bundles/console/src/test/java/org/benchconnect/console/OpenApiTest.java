package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document says what the server does, and the server does nothing else. */
class OpenApiTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final List<String> STREAMS = List.of("/events", "/alerts");

    final SteppingClock clock = new SteppingClock(Instant.now());

    @AutoClose
    ConsoleOnTheBench console;

    WellFormedRights rights;
    JsonObject document;

    @BeforeEach
    void start(@TempDir Path home) throws IOException, InterruptedException {
        console = new ConsoleOnTheBench(home, clock);
        rights = new WellFormedRights(console, clock);
        document = ConsoleOnTheBench.json(console.send(console.request("GET", "/api/v1/openapi.json", false)));
        console.agent.sources =
                List.of(() -> new Status(Subject.UPGRADE, Facts.none().with(BenchFact.LASER, Laser.RED)));
        console.agent.linkStatus = new Link.Status(Link.State.WAITING, Instant.now(), 3);
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        console.agent.clear(2);
    }

    @Test
    void everyDocumentedOperationAnswersAsDocumented() throws IOException, InterruptedException {
        Set<String> driven = new HashSet<>();
        JsonObject paths = document.getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            for (String method : paths.getAsJsonObject(path).keySet()) {
                JsonObject operation = paths.getAsJsonObject(path).getAsJsonObject(method);
                if (!STREAMS.contains(path)) {
                    HttpResponse<String> answer = well(path, method.toUpperCase(Locale.ROOT));
                    assertEquals(2, answer.statusCode() / 100, method + " " + path + ": " + answer.body());
                    assertDocumented(operation, answer);
                }
                driven.add(method + " " + path);
            }
        }

        assertTrue(driven.size() >= 8, driven.toString());
    }

    @Test
    void theEventStreamHasTheDocumentedStateFirst() throws IOException, InterruptedException {
        try (RawConnection raw = new RawConnection(console.url)) {
            raw.send("GET /api/v1/events HTTP/1.1\nHost: " + console.url.substring(7) + "\nAuthorization: Bearer "
                    + console.token + "\n\n");

            String data = EventStreamTest.data(raw, "state");

            assertEquals(List.of(), SchemaCheck.problems(document, schema("State"), JsonParser.parseString(data)));
        }
    }

    @Test
    void theStreamOfAlertsHasWhatIsDocumented() throws IOException, InterruptedException {
        try (RawConnection raw = new RawConnection(console.url)) {
            raw.send("GET /api/v1/alerts HTTP/1.1\nHost: " + console.url.substring(7) + "\nAuthorization: Bearer "
                    + console.token + "\n\n");

            String data = EventStreamTest.data(raw, "alerts");

            assertEquals(List.of(), SchemaCheck.problems(document, schema("Alerts"), JsonParser.parseString(data)));
            assertTrue(data.contains("LASER_BELOW_TARGET"), data);
        }
    }

    @Test
    void refusalsAreDocumentedToo() throws IOException, InterruptedException {
        JsonObject paths = document.getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            for (String method : paths.getAsJsonObject(path).keySet()) {
                JsonObject operation = paths.getAsJsonObject(path).getAsJsonObject(method);
                String address = "/api/v1" + WellFormedRights.filled(path, "0000000000000099");
                boolean free = operation.has("security")
                        && operation.getAsJsonArray("security").isEmpty();

                HttpResponse<String> foreign =
                        console.send(console.request(method.toUpperCase(Locale.ROOT), address, true)
                                .header("Sec-Fetch-Site", "cross-site"));
                assertEquals(403, foreign.statusCode());
                assertDocumented(operation, foreign);
                if (!free) {
                    HttpResponse<String> nobody =
                            console.send(console.request(method.toUpperCase(Locale.ROOT), address, false));
                    assertEquals(401, nobody.statusCode());
                    assertDocumented(operation, nobody);
                }
            }
        }
    }

    @Test
    void everyReasonToRefuseAFeatureIsDocumented() throws IOException, InterruptedException {
        JsonObject operation = document.getAsJsonObject("paths")
                .getAsJsonObject("/features/plan")
                .getAsJsonObject("post");
        FakeFeatures features = new FakeFeatures();
        console.agent.features = features;
        for (RefusedFor reason : RefusedFor.values()) {
            features.planner = (source, name, language) -> {
                throw new FeatureRefusedException(reason, "expected 3, found 2");
            };

            HttpResponse<String> refused = console.plan("{\"source\":\"/media/stick\"}", "it");

            assertEquals(422, refused.statusCode());
            assertDocumented(operation, refused);
        }
    }

    @Test
    void everyReasonNotToTakeAnAnswerIsDocumentedAndSaidInWords() throws IOException, InterruptedException {
        String path = "/consents/requests/{id}/give";
        JsonObject operation =
                document.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject("post");
        for (AnswerRefusedException.Reason reason : AnswerRefusedException.Reason.values()) {
            console.agent.consents.refuses = new AnswerRefusedException(reason, "no", Duration.ofMillis(29_200));

            HttpResponse<String> refused = rights.call("POST", path);

            assertEquals(409, refused.statusCode());
            assertDocumented(operation, refused);
            JsonObject said = ConsoleOnTheBench.json(refused);
            assertEquals(30, said.get("remainingSeconds").getAsInt());
            assertEquals(
                    said.get("textWithoutWait").getAsString() + " Please wait 30 seconds.",
                    said.get("text").getAsString());
        }
    }

    @Test
    void whatIsBusyOrNotRunningIsDocumentedWithItsTextForPeople() throws IOException, InterruptedException {
        console.agent.features = null;
        console.agent.rightsRun = false;
        JsonObject paths = document.getAsJsonObject("paths");

        assertDocumented(
                paths.getAsJsonObject("/features").getAsJsonObject("get"), console.call("GET", "/api/v1/features"));
        assertDocumented(
                paths.getAsJsonObject("/features/plan").getAsJsonObject("post"),
                console.plan("{\"source\":\"/media/stick\"}", "es"));
        int asked = 0;
        for (String path : paths.keySet()) {
            for (String method : paths.getAsJsonObject(path).keySet()) {
                if (rights.knows(method.toUpperCase(Locale.ROOT), path)) {
                    HttpResponse<String> answer = rights.call(method.toUpperCase(Locale.ROOT), path);
                    assertEquals(503, answer.statusCode(), path + answer.body());
                    assertTrue(answer.body().contains("is not running"), answer.body());
                    assertDocumented(paths.getAsJsonObject(path).getAsJsonObject(method), answer);
                    asked++;
                }
            }
        }
        assertTrue(asked > 20, asked + " operations");
    }

    @Test
    void noRouteIsUndocumented() throws IOException, InterruptedException {
        JsonObject paths = document.getAsJsonObject("paths");
        Set<String> documented = new TreeSet<>();
        paths.keySet().forEach(path -> paths.getAsJsonObject(path)
                .keySet()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " /api/v1" + path)));
        Set<String> real = new TreeSet<>();
        console.console.routes().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .forEach(route -> real.add(route.method() + " " + route.path()));
        assertEquals(documented, real);

        for (String path : paths.keySet()) {
            for (String method : METHODS) {
                if (!documented.contains(method + " /api/v1" + path)) {
                    HttpResponse<String> answer = console.call(method, "/api/v1" + WellFormedRights.filled(path, "1"));
                    assertEquals(405, answer.statusCode(), method + " " + path);
                }
            }
        }
    }

    private HttpResponse<String> well(String path, String method) throws IOException, InterruptedException {
        if (rights.knows(method, path)) {
            return rights.call(method, path);
        }
        if (path.equals("/session") && method.equals("POST")) {
            return console.signIn(console.code());
        }
        if (path.equals("/features/plan")) {
            return console.plan("{\"source\":\"/media/stick\",\"name\":\"org.benchconnect.remote-support\"}", "en");
        }
        if (path.equals("/support/desktop")) {
            return console.send(method, "/api/v1" + path, "{\"state\":\"AT_THE_SCREEN\"}");
        }
        return console.send(console.request(method, "/api/v1" + path.replace("{id}", "1"), true)
                .method(method, BodyPublishers.noBody()));
    }

    private void assertDocumented(JsonObject operation, HttpResponse<String> answer) {
        String name = operation.get("operationId").getAsString() + " " + answer.statusCode();
        JsonElement found = operation.getAsJsonObject("responses").get(String.valueOf(answer.statusCode()));
        assertTrue(found != null, name + " is not documented: " + answer.body());
        JsonObject response = SchemaCheck.resolve(document, found.getAsJsonObject());
        for (Map.Entry<String, JsonElement> header : headers(response).entrySet()) {
            assertTrue(answer.headers().firstValue(header.getKey()).isPresent(), name + " lacks " + header.getKey());
        }
        if (!response.has("content")) {
            assertEquals("", answer.body(), name);
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        assertTrue(response.getAsJsonObject("content").has(type), name + " is documented in another form than " + type);
        if (!type.equals("application/json")) {
            return;
        }
        JsonObject schema = response.getAsJsonObject("content")
                .getAsJsonObject("application/json")
                .getAsJsonObject("schema");
        assertEquals(List.of(), SchemaCheck.problems(document, schema, JsonParser.parseString(answer.body())), name);
    }

    private static Map<String, JsonElement> headers(JsonObject response) {
        return response.has("headers") ? response.getAsJsonObject("headers").asMap() : Map.of();
    }

    private JsonObject schema(String name) {
        return document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
    }

    private enum Subject {
        UPGRADE
    }
}
