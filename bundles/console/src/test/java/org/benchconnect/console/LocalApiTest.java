package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalApiTest {
    @TempDir
    Path home;

    ConsoleOnTheBench console;

    @BeforeEach
    void start() throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
    }

    @Nested
    class Strangers {
        @Test
        void dnsRebindingIsRefusedOnEveryPath() throws IOException {
            for (String path : List.of("/", "/main.js", "/api/v1/status", "/api/v1/openapi.json", "/nothing")) {
                try (RawConnection raw = new RawConnection(console.url)) {
                    raw.send("GET " + path + " HTTP/1.1\nHost: attacker.example\nAuthorization: Bearer " + console.token
                            + "\n\n");

                    assertEquals(403, raw.status(), path);
                }
            }
        }

        @Test
        void aForeignOriginIsRefusedEvenWithTheToken() throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    console.request("GET", "/api/v1/status", true).header("Origin", "http://attacker.example");

            assertEquals(403, console.send(request).statusCode());
        }

        @Test
        void aCrossSiteRequestCannotOpenTheEventStream() throws IOException, InterruptedException {
            HttpRequest.Builder request = console.request("GET", "/api/v1/events", false)
                    .header("Cookie", console.cookie())
                    .header("Sec-Fetch-Site", "cross-site");

            assertEquals(403, console.send(request).statusCode());
        }

        @Test
        void aPageOfAnotherPortCannotUseTheCookie() throws IOException, InterruptedException {
            HttpRequest.Builder request = console.request("GET", "/api/v1/status", false)
                    .header("Cookie", console.cookie())
                    .header("Sec-Fetch-Site", "same-site");

            assertEquals(403, console.send(request).statusCode());
        }

        @Test
        void nothingIsToldWithoutSigningIn() throws IOException, InterruptedException {
            for (String path : List.of("/status", "/notices", "/events")) {
                HttpResponse<String> answer = console.send(console.request("GET", "/api/v1" + path, false));

                assertEquals(401, answer.statusCode(), path);
                assertFalse(answer.body().contains("Navios"));
            }
        }

        @Test
        void aWrongTokenIsRefused() throws IOException, InterruptedException {
            HttpRequest.Builder request = console.request("GET", "/api/v1/status", false)
                    .header("Authorization", "Bearer " + console.token.substring(1));

            assertEquals(401, console.send(request).statusCode());
        }

        @Test
        void otherAddressesOfThisPcDoNotAnswer() throws IOException {
            int port = URI.create(console.url).getPort();
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
                    .toList();
            assumeTrue(!others.isEmpty(), "this machine has no address but loopback");

            for (InetAddress other : others) {
                assertThrows(ConnectException.class, () -> new Socket(other, port).close());
            }
        }
    }

    @Nested
    class SigningIn {
        @Test
        void aCodeBecomesACookieThatNoScriptCanRead() throws IOException, InterruptedException {
            HttpResponse<String> answer = console.signIn(console.code());

            assertEquals(204, answer.statusCode());
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"), cookie);
        }

        @Test
        void aCodeWorksOnce() throws IOException, InterruptedException {
            String code = console.code();

            assertEquals(204, console.signIn(code).statusCode());
            assertEquals(401, console.signIn(code).statusCode());
        }

        @Test
        void thePageReadsAndAcknowledgesButMakesNoCodes() throws IOException, InterruptedException {
            String cookie = console.cookie();
            Notification notice = console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);

            assertEquals(200, asPage("GET", "/api/v1/status", cookie));
            assertEquals(200, asPage("POST", "/api/v1/notices/" + notice.id() + "/acknowledge", cookie));
            assertEquals(401, asPage("POST", "/api/v1/sign-in-codes", cookie));
        }

        @Test
        void aSessionEndsWhenThePageSignsOut() throws IOException, InterruptedException {
            String cookie = console.cookie();

            assertEquals(204, asPage("DELETE", "/api/v1/session", cookie));
            assertEquals(401, asPage("GET", "/api/v1/status", cookie));
        }

        @Test
        void aFormOfAForeignPageCannotSignIn() throws IOException, InterruptedException {
            HttpRequest.Builder form = console.request("POST", "/api/v1/session", false)
                    .header("Origin", console.url)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + console.code() + "\"}"));

            assertEquals(415, console.send(form).statusCode());
        }

        private int asPage(String method, String path, String cookie) throws IOException, InterruptedException {
            return console.send(console.request(method, path, false)
                            .header("Cookie", cookie)
                            .header("Sec-Fetch-Site", "same-origin"))
                    .statusCode();
        }
    }

    @Nested
    class TheApiFile {
        @Test
        void onlyTheOwnerAndTheGroupReadIt() throws IOException {
            assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "permissions here are not POSIX's");

            assertEquals(
                    "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("run/api"))));
        }

        @Test
        void itGoesWhenTheConsoleStops() throws IOException {
            console.close();

            assertFalse(Files.exists(home.resolve("run/api")));
        }

        @Test
        void everyStartHasAnotherToken(@TempDir Path other) throws IOException {
            try (ConsoleOnTheBench second = new ConsoleOnTheBench(other, Clock.systemUTC())) {
                assertNotEquals(console.token, second.token);
                assertEquals(43, second.token.length());
            }
        }
    }

    @Nested
    class Limits {
        @Test
        void whatDoesNotExistIsAnsweredInJson() throws IOException, InterruptedException {
            HttpResponse<String> unknown = console.call("GET", "/api/v1/secrets");
            HttpResponse<String> wrong = console.call("PUT", "/api/v1/session");

            assertEquals(404, unknown.statusCode());
            assertEquals(
                    "NOT_FOUND", ConsoleOnTheBench.json(unknown).get("error").getAsString());
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
                    console.call("GET", "/api/v1/status?lang=" + "e".repeat(2000))
                            .statusCode());
        }

        @Test
        void badParametersAreRefused() throws IOException, InterruptedException {
            for (String query : List.of("lang=fr", "limit=0", "limit=1001", "limit=x", "state=x", "lang=en&lang=it")) {
                assertEquals(
                        400, console.call("GET", "/api/v1/notices?" + query).statusCode(), query);
            }
        }

        @Test
        void slowClientsDoNotKeepOthersWaiting() throws IOException, InterruptedException {
            List<RawConnection> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 24; i++) {
                    slow.add(new RawConnection(console.url)
                            .send(
                                    i % 2 == 0
                                            ? "GET /api/v1/status HTTP/1.1\nHost: 127"
                                            : "POST /api/v1/session HTTP/1.1\nHost: " + console.url.substring(7)
                                                    + "\nOrigin: " + console.url + "\nContent-Length: 50\n\n{"));
                }

                HttpResponse<String> answer = console.send(
                        console.request("GET", "/api/v1/status", true).timeout(Duration.ofSeconds(5)));

                assertEquals(200, answer.statusCode());
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
                                "no-referrer",
                                headers.firstValue("Referrer-Policy").orElseThrow()),
                        () -> assertEquals(
                                "no-store", headers.firstValue("Cache-Control").orElseThrow()));
            }
        }
    }

    @Nested
    class Honesty {
        @Test
        void aMissingNotificationClientIsSaidAndNotHidden() throws IOException, InterruptedException {
            console.agent.notificationsRun = false;

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
}
