package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventStreamTest {
    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
    }

    @Test
    void theWholeStateComesFirst() throws IOException {
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);

        try (RawConnection stream = open("en")) {
            JsonObject state = JsonParser.parseString(data(stream, "state")).getAsJsonObject();

            assertEquals(1, state.getAsJsonArray("active").size());
            assertEquals(0, state.getAsJsonArray("history").size());
        }
    }

    @Test
    void aDatabaseThatWasNeverOpenedIsToldAndWhenItOpens() throws IOException {
        console.agent.opened = false;
        console.agent.health = StoreHealth.UNAVAILABLE;
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        try (RawConnection stream = open("en")) {
            String without = data(stream, "state");
            assertTrue(without.contains("STORE_UNAVAILABLE"), without);
            assertTrue(JsonParser.parseString(without)
                    .getAsJsonObject()
                    .get("active")
                    .isJsonNull());

            console.agent.opened = true;
            console.agent.health = StoreHealth.OK;

            String with = data(stream, "state");
            while (JsonParser.parseString(with).getAsJsonObject().get("active").isJsonNull()) {
                with = data(stream, "state");
            }
            assertTrue(with.contains("RUN_TRUNCATED"), with);
        }
    }

    @Test
    void aNoticeIsToldAtOnceInTheStreamsLanguage() throws IOException {
        try (RawConnection italian = open("it");
                RawConnection spanish = open("es")) {
            data(italian, "state");
            data(spanish, "state");

            console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);

            assertTrue(data(italian, "notice").contains("finita in anticipo"));
            assertTrue(data(spanish, "notice").contains("antes de tiempo"));
        }
    }

    @Test
    void aStormOfOneNoticeDoesNotFloodThePage() throws IOException {
        try (RawConnection stream = open("en")) {
            data(stream, "state");

            for (int i = 0; i < 10_000; i++) {
                console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
            }

            int events = 0;
            long count = 0;
            while (count < 10_000) {
                count = JsonParser.parseString(data(stream, "notice"))
                        .getAsJsonObject()
                        .get("count")
                        .getAsLong();
                events++;
            }
            assertTrue(events < 200, "10 000 changes came as " + events + " events");
        }
    }

    @Test
    void aChangedActivityIsTold() throws IOException {
        try (RawConnection stream = open("en")) {
            data(stream, "state");

            console.agent.watched = List.of(console.agent.navios(Activity.IDLE, true));

            assertTrue(data(stream, "status").contains("\"activity\":\"IDLE\""));
        }
    }

    @Test
    void everythingIsToldAgainWhenTheNotificationClientComesBack() throws IOException {
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        console.agent.notificationsRun = false;
        try (RawConnection stream = open("en")) {
            JsonObject without = JsonParser.parseString(data(stream, "state")).getAsJsonObject();
            assertTrue(without.get("active").isJsonNull());

            console.agent.notificationsRun = true;

            String with = data(stream, "state");
            while (JsonParser.parseString(with).getAsJsonObject().get("active").isJsonNull()) {
                with = data(stream, "state");
            }
            assertTrue(with.contains("RUN_TRUNCATED"));
        }
    }

    @Test
    void aStreamEndsWithItsSession() throws IOException, InterruptedException {
        String cookie = console.cookie();
        try (RawConnection stream = new RawConnection(console.url)) {
            stream.send("GET /api/v1/events HTTP/1.1\nHost: " + console.url.substring(7)
                    + "\nSec-Fetch-Site: same-origin\nCookie: " + cookie + "\n\n");
            data(stream, "state");

            console.send(console.request("DELETE", "/api/v1/session", false)
                    .header("Cookie", cookie)
                    .header("Sec-Fetch-Site", "same-origin"));
            console.agent.watched = List.of(console.agent.navios(Activity.IDLE, true));

            String line = stream.line();
            while (line != null && !line.equals("0")) {
                line = stream.line();
            }
        }
    }

    @Test
    void sixteenStreamsMayBeOpenAndOthersStillGetAnswers() throws IOException, InterruptedException {
        List<RawConnection> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                RawConnection stream = open("en");
                data(stream, "state");
                streams.add(stream);
            }

            assertEquals(503, console.call("GET", "/api/v1/events").statusCode());
            assertEquals(200, console.call("GET", "/api/v1/status").statusCode());
        } finally {
            for (RawConnection stream : streams) {
                stream.close();
            }
        }
    }

    private RawConnection open(String language) throws IOException {
        return new RawConnection(console.url)
                .send("GET /api/v1/events?lang=" + language + " HTTP/1.1\nHost: " + console.url.substring(7)
                        + "\nAuthorization: Bearer " + console.token + "\n\n");
    }

    /** The data of the next event of this name. */
    static String data(RawConnection stream, String event) throws IOException {
        String line = stream.line();
        while (!("event: " + event).equals(line)) {
            assertNotNull(line, "the stream ended");
            line = stream.line();
        }
        String data = stream.line();
        assertNotNull(data, "the stream ended");
        return data.substring("data: ".length());
    }
}
