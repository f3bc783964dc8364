package org.benchconnect.console;

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
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
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
            for (String path : List.of("/status", "/notices", "/events", "/features")) {
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
            assertEquals(200, asPage("GET", "/api/v1/features", cookie));
            assertEquals(200, asPage("POST", "/api/v1/notices/" + notice.id() + "/acknowledge", cookie));
            assertEquals(401, asPage("POST", "/api/v1/sign-in-codes", cookie));
        }

        @Test
        void aNoticeThatIsNotOpenIsRefusedInTheLanguageOfWhoeverAsks() throws IOException, InterruptedException {
            for (String id : List.of("999999", "x")) {
                HttpResponse<String> refused = console.call("POST", "/api/v1/notices/" + id + "/acknowledge?lang=it");

                assertEquals(404, refused.statusCode());
                assertTrue(
                        ConsoleOnTheBench.json(refused)
                                .get("text")
                                .getAsString()
                                .startsWith("Nessun avviso aperto ha questo numero."),
                        refused.body());
            }
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
        void anotherConsolesFileStays() throws IOException {
            String foreign = Files.readString(home.resolve("run/api")).replace(console.token, "x".repeat(43));
            Files.writeString(home.resolve("run/api"), foreign);

            console.close();

            assertEquals(foreign, Files.readString(home.resolve("run/api")));
        }

        @Test
        void everyStartHasAnotherToken(@TempDir Path other) throws IOException {
            try (ConsoleOnTheBench second = new ConsoleOnTheBench(other, Clock.systemUTC())) {
                assertNotEquals(console.token, second.token);
                assertEquals(43, second.token.length());
            }
        }
    }
}
