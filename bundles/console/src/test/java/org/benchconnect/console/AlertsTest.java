package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.signal.ConfiguredCode;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program in a desktop session follows: all that nobody has acknowledged, whole each time. */
class AlertsTest {
    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, new SteppingClock(Instant.now()));
    }

    @Test
    void openFaultsAndWarningsAreToldInTheLanguageAskedForAndNothingElse() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.BUILD_CHANGED, Severity.INFO, Laser.BLUE);
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        console.agent.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
        console.agent.notices.acknowledge(4);

        try (Following stream = follow("it")) {
            JsonObject alerts = next(stream);

            assertEquals(List.of(3L, 2L), ids(alerts));
            assertTrue(alerts.toString().contains("Il laser"), alerts.toString());
            assertEquals(0, alerts.get("more").getAsInt());
        }
    }

    @Test
    void aNewFaultIsToldAndGoesWhenSomebodyAcknowledgesIt() throws IOException, InterruptedException {
        try (Following stream = follow("en")) {
            assertEquals(List.of(), ids(next(stream)));

            console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
            assertEquals(List.of(1L), ids(next(stream)));
            console.call("POST", "/api/v1/notices/1/acknowledge");

            assertEquals(List.of(), ids(next(stream)));
        }
    }

    @Test
    void itIsToldWhenNobodyAcknowledgedForTooLongAndSeenByServiceTakesNothingAway()
            throws IOException, InterruptedException {
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);

        try (Following stream = follow("en")) {
            next(stream);
            console.agent.notices.escalate(1, 30);
            JsonObject escalated = next(stream);
            console.agent.notices.seenByServiceNow(1);
            JsonObject seen = next(stream);

            assertFalse(first(escalated).get("escalatedAt").isJsonNull());
            assertTrue(first(escalated).get("seenByServiceAt").isJsonNull());
            assertEquals("OPEN", first(seen).get("state").getAsString());
            assertFalse(first(seen).get("seenByServiceAt").isJsonNull());
        }
    }

    @Test
    void whetherAnythingAcquiresIsToldAndUnknownCountsAsAcquiring() throws IOException, InterruptedException {
        try (Following stream = follow("en")) {
            assertTrue(next(stream).get("mayAcquire").getAsBoolean());

            console.agent.watched = List.of(console.agent.navios(Activity.IDLE, true));
            await(stream, alerts -> !alerts.get("mayAcquire").getAsBoolean());
            console.agent.watched =
                    List.of(console.agent.navios(Activity.IDLE, true), console.agent.navios(Activity.UNKNOWN, true));
            await(stream, alerts -> alerts.get("mayAcquire").getAsBoolean());
            console.agent.watched = List.of(console.agent.navios(Activity.IDLE, true));
            await(stream, alerts -> !alerts.get("mayAcquire").getAsBoolean());
            console.agent.watched = List.of();

            await(stream, alerts -> alerts.get("mayAcquire").getAsBoolean());
        }
    }

    @Test
    void moreThanAPersonReadsAreCounted() throws IOException, InterruptedException {
        for (int i = 0; i < AlertsView.MOST + 7; i++) {
            console.agent.notices.raise(
                    "cellmek", ConfiguredCode.of("RULE_" + i, Kind.SOFTWARE), Severity.WARNING, Facts.none());
        }

        try (Following stream = follow("en")) {
            JsonObject alerts = next(stream);

            assertEquals(AlertsView.MOST, ids(alerts).size());
            assertEquals(7, alerts.get("more").getAsInt());
        }
    }

    @Test
    void noticesThatCannotBeReadAreNotNone() throws IOException, InterruptedException {
        console.agent.notificationsRun = false;

        try (Following stream = follow("en")) {
            assertTrue(next(stream).get("notices").isJsonNull());
        }
    }

    private Following follow(String language) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = console.client.send(
                console.request("GET", "/api/v1/alerts?lang=" + language, true).build(), BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        return new Following(
                answer.body(),
                answer.body()
                        .filter(line -> line.startsWith("data: ") && !line.startsWith("data: {\"session\":"))
                        .iterator());
    }

    private static JsonObject next(Following stream) {
        return JsonParser.parseString(stream.data().next().substring(6)).getAsJsonObject();
    }

    /** An open stream of events, which all are alerts. */
    private record Following(Stream<String> lines, Iterator<String> data) implements AutoCloseable {
        @Override
        public void close() {
            lines.close();
        }
    }

    private static void await(Following stream, Predicate<JsonObject> wanted) {
        while (!wanted.test(next(stream))) {
            // the next event comes, or the connection's time is over
        }
    }

    private static List<Long> ids(JsonObject alerts) {
        JsonArray notices = alerts.getAsJsonArray("notices");
        return notices.asList().stream()
                .map(one -> one.getAsJsonObject().get("id").getAsLong())
                .toList();
    }

    private static JsonObject first(JsonObject alerts) {
        return alerts.getAsJsonArray("notices").get(0).getAsJsonObject();
    }
}
