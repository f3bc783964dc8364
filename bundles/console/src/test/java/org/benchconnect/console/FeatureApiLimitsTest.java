package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.console.http.Secrets;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are refused, that take long, and requests that are none. */
@Timeout(60)
class FeatureApiLimitsTest {
    private static final String STICK = "{\"source\":\"/media/stick\"}";

    @TempDir
    Path home;

    final FakeFeatures features = new FakeFeatures();
    ConsoleOnTheBench console;

    @BeforeEach
    void start() throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        console.agent.features = features;
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
    }

    @Nested
    class ARefusal {
        @ParameterizedTest
        @CsvSource({
            "en, this PC trusts, what runs on this PC was not changed.",
            "it, questo PC si fida, su questo PC non è cambiato.",
            "es, confía este PC, en este PC no ha cambiado."
        })
        void saysTheReasonASentenceForPeopleAndTheDetail(String language, String part, String end)
                throws IOException, InterruptedException {
            features.planner = (source, name, asked) -> {
                throw new FeatureRefusedException(RefusedFor.SIGNER, "expected A, found \u001B[31mB\n\u202E");
            };

            HttpResponse<String> answer = console.plan(STICK, language);

            assertEquals(422, answer.statusCode());
            JsonObject refusal = ConsoleOnTheBench.json(answer);
            assertEquals("SIGNER", refusal.get("reason").getAsString());
            assertEquals("expected A, found �[31mB �", refusal.get("detail").getAsString());
            String text = refusal.get("text").getAsString();
            assertTrue(text.contains(part) && text.endsWith(end), text);
        }

        @Test
        void ofASourceWithSeveralNamesThem() throws IOException, InterruptedException {
            features.planner = (source, name, asked) -> {
                throw new FeatureRefusedException(RefusedFor.NOT_OFFERED, "several", List.of("a.one", "b.\u202Etwo"));
            };

            JsonObject refusal = ConsoleOnTheBench.json(console.plan(STICK, "it"));

            assertEquals("[\"a.one\",\"b.�two\"]", refusal.get("choices").toString());
            String text = refusal.get("text").getAsString();
            assertTrue(text.startsWith("Questa fonte offre diverse funzioni: a.one, b.�two. "), text);
        }

        @Test
        void becauseOfTheClockSaysWhatTheClockShows() throws IOException, InterruptedException {
            features.planner = (source, name, asked) -> {
                throw new FeatureRefusedException(RefusedFor.CLOCK, "expected a time not after now");
            };

            String text = ConsoleOnTheBench.json(console.plan(STICK, "en"))
                    .get("text")
                    .getAsString();

            assertTrue(text.matches("The clock of this PC shows [A-Z][a-z]+ \\d+, \\d{4}.*\\d:\\d\\d.*"), text);
        }

        @Test
        void isAlsoWhatAPlanThatNeverEndsComesTo() throws Exception {
            CountDownLatch open = new CountDownLatch(1);
            features.planner = (source, name, language) -> waitFor(open);
            try (OneAtATime checks = new OneAtATime("test-check")) {
                FeatureApi api =
                        new FeatureApi(console.agent, OwnWords.load(), new FeatureWork(checks, Duration.ofMillis(50)));
                Reply.Slow slow = (Reply.Slow) plan(api);

                Reply.Whole answer = slow.work().answer();

                assertEquals(422, answer.status());
                assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("TOO_SLOW"));
            }
        }

        private Reply plan(FeatureApi api) throws Refused, IOException, InterruptedException {
            JsonObject body = new JsonObject();
            body.addProperty("source", "/media/stick");
            Route route = api.routes().get(1);
            return route.action().answer(new Call(Map.of(), Map.of(), "en", body, Secrets.none(), null));
        }
    }

    @Nested
    class WhileAPlanIsMade {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);

        @BeforeEach
        void begin() {
            features.planner = (source, name, language) -> {
                begun.countDown();
                return waitFor(open);
            };
        }

        @AfterEach
        void end() {
            open.countDown();
        }

        @Test
        void everythingElseAnswersAndASecondPlanHearsWhyNot() throws Exception {
            CompletableFuture<HttpResponse<String>> first =
                    console.client.sendAsync(console.planRequest(STICK, "en").build(), BodyHandlers.ofString());
            assertTrue(begun.await(10, TimeUnit.SECONDS));

            for (int i = 0; i < 100; i++) {
                assertEquals(200, console.call("GET", "/api/v1/status").statusCode());
                HttpResponse<String> second = console.plan(STICK, "en");
                assertEquals(429, second.statusCode());
                assertTrue(second.body().contains("Another function is being checked just now"), second.body());
            }
            assertEquals(200, console.call("GET", "/api/v1/features").statusCode());

            open.countDown();
            assertEquals(200, first.get(10, TimeUnit.SECONDS).statusCode());
            assertEquals(200, console.plan(STICK, "en").statusCode());
        }

        @Test
        void whoeverAsksAndGoesDoesNotMakeRoomForAnother() throws Exception {
            try (RawConnection raw = new RawConnection(console.url)) {
                raw.send("POST /api/v1/features/plan HTTP/1.1\nHost: " + console.url.substring(7)
                        + "\nAuthorization: Bearer " + console.token
                        + "\nContent-Type: application/json\nContent-Length: " + STICK.length() + "\n\n" + STICK);
                assertTrue(begun.await(10, TimeUnit.SECONDS));
            }

            assertEquals(429, console.plan(STICK, "en").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"source\":7}",
                "{\"source\":null}",
                "{\"source\":\"\"}",
                "{\"source\":\"stick\"}",
                "{\"source\":\"../stick\"}",
                "{\"source\":\"http://releases.example/\"}",
                "{\"source\":\"file:///media/stick\"}",
                "{\"source\":\"//server/share\"}",
                "{\"source\":\"\\\\\\\\server\\\\share\"}",
                "{\"source\":\"/\\\\server\\\\share\"}",
                "{\"source\":\"\\\\/server/share\"}",
                "{\"source\":\"/media/\\u0000stick\"}",
                "{\"source\":\"/media/\\u001b[2Jstick\"}",
                "{\"source\":\"https://releases.example/\\r\\nHost: other\"}",
                "{\"source\":\"/media/stick\",\"name\":7}",
                "{\"source\":\"/media/stick\",\"name\":\"\"}",
                "{\"source\":\"/media/stick\",\"name\":\"Base\"}",
                "{\"source\":\"/media/stick\",\"name\":\"../base\"}",
                "{\"source\":\"/media/stick\",\"force\":true}"
            })
    void aRequestThatIsNotAsDocumentedReachesNobody(String body) throws IOException, InterruptedException {
        features.planner = (source, name, language) -> {
            throw new IllegalStateException("must not be asked");
        };

        assertEquals(400, console.plan(body, "en").statusCode());
    }

    @Test
    void aLongSourceOrBodyIsRefused() throws IOException, InterruptedException {
        assertEquals(
                400,
                console.plan("{\"source\":\"/" + "x".repeat(PlanRequest.MAX_SOURCE) + "\"}", "en")
                        .statusCode());
        assertEquals(
                413,
                console.plan("{\"source\":\"/" + "x".repeat(5000) + "\"}", "en").statusCode());
    }

    private static FeaturePlan waitFor(CountDownLatch open) {
        try {
            open.await();
            return FakeFeatures.PLAN;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
