package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalApiLimitsTest {
    final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T08:00:00Z"));

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, clock);
    }

    @Test
    void whatDoesNotExistIsAnsweredInJson() throws IOException, InterruptedException {
        HttpResponse<String> unknown = console.call("GET", "/api/v1/secrets");
        HttpResponse<String> wrong = console.call("PUT", "/api/v1/session");

        assertEquals(404, unknown.statusCode());
        assertEquals("NOT_FOUND", ConsoleOnTheBench.json(unknown).get("error").getAsString());
        assertEquals(405, wrong.statusCode());
        assertEquals("POST, DELETE", wrong.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void aLargeBodyIsRefused() throws IOException, InterruptedException {
        HttpRequest.Builder large = console.request("POST", "/api/v1/session", false)
                .header("Origin", console.url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + "x".repeat(5000) + "\"}"));

        assertEquals(413, console.send(large).statusCode());
    }

    @Test
    void aLongAddressIsRefused() throws IOException, InterruptedException {
        assertEquals(
                414,
                console.call("GET", "/api/v1/status?lang=" + "e".repeat(2000)).statusCode());
    }

    @Test
    void badParametersAreRefused() throws IOException, InterruptedException {
        for (String query : List.of("lang=fr", "limit=0", "limit=1001", "limit=x", "state=x", "lang=en&lang=it")) {
            assertEquals(400, console.call("GET", "/api/v1/notices?" + query).statusCode(), query);
        }
    }

    @Test
    void slowClientsDoNotKeepOthersWaiting() throws IOException, InterruptedException {
        boolean answered = false;
        for (int i = 0; i < 5 && !answered; i++) { // where this PC itself stalls, nothing is said of the server
            answered = isAnsweredBesideSlowClients();
        }

        assertTrue(answered);
    }

    private boolean isAnsweredBesideSlowClients() throws IOException, InterruptedException {
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                slow.add(new RawConnection(console.url)
                        .send(
                                i % 2 == 0
                                        ? "GET /api/v1/status HTTP/1.1\nHost: 127"
                                        : "POST /api/v1/session HTTP/1.1\nHost: " + console.url.substring(7)
                                                + "\nOrigin: " + console.url + "\nContent-Length: 50\n\n{"));
            }

            return 200
                    == console.send(console.request("GET", "/api/v1/status", true)
                                    .timeout(Duration.ofSeconds(5)))
                            .statusCode();
        } catch (IOException late) {
            return false;
        } finally {
            for (RawConnection one : slow) {
                one.close();
            }
        }
    }

    @Test
    void everyAnswerForbidsWhatItDoesNotNeed() throws IOException, InterruptedException {
        for (String path : List.of("/", "/main.js", "/api/v1/status", "/nothing")) {
            var headers = console.call("GET", path).headers();

            assertAll(
                    path,
                    () -> assertTrue(headers.firstValue("Content-Security-Policy")
                            .orElseThrow()
                            .startsWith("default-src 'none'")),
                    () -> assertEquals(
                            "nosniff",
                            headers.firstValue("X-Content-Type-Options").orElseThrow()),
                    () -> assertEquals(
                            "no-referrer", headers.firstValue("Referrer-Policy").orElseThrow()),
                    () -> assertEquals(
                            "no-store", headers.firstValue("Cache-Control").orElseThrow()));
        }
    }

    @Test
    void aMissingNotificationClientIsSaidAndNotHidden() throws IOException, InterruptedException {
        console.agent.notificationsRun = false;
        clock.step(Describer.START);

        assertEquals(503, console.call("GET", "/api/v1/notices").statusCode());
        assertTrue(console.call("GET", "/api/v1/status").body().contains("NOTIFICATIONS_MISSING"));
    }

    @Test
    void anUnwritableDatabaseIsSaidWhenAcknowledging() throws IOException, InterruptedException {
        Notification notice = console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        console.agent.health = StoreHealth.DISK_FULL;

        assertEquals(
                503,
                console.call("POST", "/api/v1/notices/" + notice.id() + "/acknowledge")
                        .statusCode());
        assertTrue(console.call("GET", "/api/v1/status").body().contains("STORE_DISK_FULL"));
    }

    @Test
    void textsAreInTheLanguageAskedFor() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);

        HttpResponse<String> italian = console.call("GET", "/api/v1/notices?lang=it");
        HttpResponse<String> spanish = console.send(
                console.request("GET", "/api/v1/notices", true).header("Accept-Language", "es-AR,es;q=0.9"));

        assertTrue(italian.body().contains("dava 17,42 mW"), italian.body());
        assertTrue(spanish.body().contains("El láser azul"), spanish.body());
    }
}
