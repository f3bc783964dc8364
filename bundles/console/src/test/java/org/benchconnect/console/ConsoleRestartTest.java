package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Consoles come one after the other on one home folder, as in an upgrade or a restart. */
@Timeout(60)
class ConsoleRestartTest {
    @TempDir
    Path home;

    @Test
    void theNextConsoleHasTheSamePortAndKnowsThePagesOfTheOneBefore() throws Exception {
        ConsoleOnTheBench before = start();
        String cookie = before.cookie();
        before.close();

        try (ConsoleOnTheBench after = start()) {
            assertEquals(before.url, after.url);
            assertNotEquals(before.token, after.token);
            assertEquals(200, asked(after, "GET", "/api/v1/status", cookie));
            assertEquals(401, asked(after, "POST", "/api/v1/sign-in-codes", cookie));
        }
    }

    @Test
    void onePageThatSignedOutStaysOut() throws Exception {
        ConsoleOnTheBench before = start();
        String cookie = before.cookie();
        assertEquals(204, asked(before, "DELETE", "/api/v1/session", cookie));
        before.close();

        try (ConsoleOnTheBench after = start()) {
            assertEquals(401, asked(after, "GET", "/api/v1/status", cookie));
        }
    }

    @Test
    void whereSomebodyElseTookThePortNoPageOfTheOldOneCounts() throws Exception {
        ConsoleOnTheBench before = start();
        String cookie = before.cookie();
        before.close();
        int port = URI.create(before.url).getPort();

        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                ConsoleOnTheBench after = start()) {
            int now = URI.create(after.url).getPort();

            assertNotEquals(other.getLocalPort(), now);
            assertEquals(401, asked(after, "GET", "/api/v1/status", cookie.replace("-" + port, "-" + now)));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "asserts POSIX permissions; Windows has access control lists")
    void whatIsKeptIsForTheServiceAccountAloneAndSignsNobodyIn() throws Exception {
        String cookie;
        try (ConsoleOnTheBench console = start()) {
            cookie = console.cookie().split("=", 2)[1];
        }

        Path kept = home.resolve("data/console");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        assertFalse(Files.readString(kept).contains(cookie));
    }

    @Test
    void aFileThatCannotBeReadCountsAsNone() throws Exception {
        String cookie;
        try (ConsoleOnTheBench console = start()) {
            cookie = console.cookie();
        }
        Path kept = home.resolve("data/console");
        Files.writeString(kept, Files.readString(kept).replace("began", "begun"));

        try (ConsoleOnTheBench after = start()) {
            assertEquals(401, asked(after, "GET", "/api/v1/status", cookie));
        }
    }

    private ConsoleOnTheBench start() throws IOException {
        return new ConsoleOnTheBench(home, Clock.systemUTC());
    }

    private static int asked(ConsoleOnTheBench console, String method, String path, String cookie) throws Exception {
        return console.send(console.request(method, path, false)
                        .header("Cookie", cookie)
                        .header("Origin", console.url))
                .statusCode();
    }
}
