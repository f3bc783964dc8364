package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No program of this PC can push what matters out of the log by asking. */
@Timeout(60)
class LogFloodTest {
    private static final Logger ROOT = Logger.getLogger("org.benchconnect.console");

    @TempDir
    Path home;

    final Lines lines = new Lines();
    ConsoleOnTheBench console;

    @BeforeEach
    void start() throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        ROOT.addHandler(lines);
    }

    @AfterEach
    void stop() throws IOException {
        ROOT.removeHandler(lines);
        console.close();
    }

    @Test
    void brokenChunksDoNotFloodTheLog() throws IOException {
        for (String chunk :
                List.of("FFFFFFFF\n", "-1\n", "7fffffff\nabc", "zz\n", "\n", "1;\n", "80000000\nx\n0\n\n")) {
            for (int i = 0; i < 20; i++) {
                try (RawConnection raw = new RawConnection(console.url)) {
                    raw.send(post() + "Transfer-Encoding: chunked\n\n" + chunk);

                    assertEquals(411, raw.status(), chunk);
                }
            }
        }

        assertEquals(0, lines.count.get());
    }

    @Test
    void badLengthsAreRefusedAndNotLogged() throws IOException {
        for (String length :
                List.of("4097", "999999999999", "-1", "x", "1\nContent-Length: 2", "99999999999999999999")) {
            try (RawConnection raw = new RawConnection(console.url)) {
                raw.send(post() + "Content-Length: " + length + "\n\n{");

                int status = raw.status();
                assertTrue(status == 400 || status == 413 || status == 0, length + " gives " + status);
            }
        }

        assertEquals(0, lines.count.get());
    }

    @Test
    void aBodyThatEndsTooSoonIsNotLogged() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RawConnection raw = new RawConnection(console.url)) {
                raw.send(post() + "Content-Length: 50\n\n{");
            }
        }

        assertEquals(0, lines.count.get());
    }

    @Test
    void aDatabaseThatWasNeverOpenedIsAnAlertAndOneLine() throws IOException, InterruptedException {
        console.agent.opened = false;
        console.agent.health = StoreHealth.UNAVAILABLE;

        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = console.call("GET", "/api/v1/status");

            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("STORE_UNAVAILABLE"), answer.body());
            assertTrue(ConsoleOnTheBench.json(answer)
                    .getAsJsonObject("agent")
                    .get("id")
                    .isJsonNull());
            assertEquals(503, console.call("GET", "/api/v1/notices").statusCode());
        }

        assertEquals(1, lines.count.get());
    }

    @Test
    void aDatabaseWithoutIdentityIsNotShownAsWell() throws IOException, InterruptedException {
        console.agent.opened = false;

        assertTrue(console.call("GET", "/api/v1/status").body().contains("STORE_UNAVAILABLE"));
    }

    @Test
    void aPartThatFailsIsLoggedOnceAMinute() throws IOException, InterruptedException {
        console.agent.sources = List.of(() -> {
            throw new IllegalStateException("on purpose");
        });

        for (int i = 0; i < 20; i++) {
            assertEquals(200, console.call("GET", "/api/v1/status").statusCode());
        }

        assertEquals(1, lines.count.get());
    }

    private String post() {
        return "POST /api/v1/session HTTP/1.1\nHost: " + console.url.substring(7) + "\nOrigin: " + console.url
                + "\nContent-Type: application/json\n";
    }

    /** Counts. */
    private static final class Lines extends Handler {
        final AtomicInteger count = new AtomicInteger();

        @Override
        public void publish(LogRecord line) {
            count.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
