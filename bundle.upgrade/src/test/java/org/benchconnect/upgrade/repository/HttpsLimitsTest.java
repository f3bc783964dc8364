package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.feature.EveryServer;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send too much, too little, or too slowly. */
class HttpsLimitsTest extends HttpsTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void endlessData() throws IOException {
        Caps caps = new Caps(LONG, LONG, LONG, 1, LONG, 5_000_000);
        ReleaseSource source = open(
                (path, out) -> {
                    head(out, "200 OK");
                    while (true) {
                        out.write(new byte[8192]);
                    }
                },
                caps);

        OversizedException refused = assertThrows(OversizedException.class, () -> readAway(source));

        assertEquals(5_000_000, refused.expected());
        assertTrue(refused.found() < 5_100_000, refused.getMessage());
        assertEquals(RefusedFor.TOO_LARGE, refused.reason());
    }

    private static void readAway(ReleaseSource source) throws IOException {
        byte[] buffer = new byte[16_384];
        try (InputStream in = source.target("a")) {
            while (in.read(buffer) > 0) {
                // forget it
            }
        }
    }

    @Test
    void endlessHeaders() throws IOException {
        ReleaseSource source = open((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("X-Long: 0123456789012345678901234567890123456789\r\n".getBytes(UTF_8));
            }
        });

        assertThrows(IOException.class, () -> source.metadata("timestamp.json"));
    }

    @Test
    void anAnswerAnnouncedAsTooLong() throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Content-Length: 9000000000000");
            while (true) { // until the client hangs up
                out.write(new byte[1024]);
            }
        });

        assertThrows(OversizedException.class, () -> source.metadata("timestamp.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: many", "Content-Length: -5", "Content-Length: 99999999999999999999"})
    void aLengthThatIsNoNumber(String header) throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", header);
            out.write(1);
        });

        assertThrows(IOException.class, () -> metadata(source));
    }

    @Test
    void wrongContentLength() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Content-Length: 100");
            out.write(new byte[40]);
            out.flush();
            begun.await();
        });
        InputStream body = source.metadata("timestamp.json");
        begun.countDown();

        BrokenOffException refused = assertThrows(BrokenOffException.class, body::readAllBytes);

        assertEquals(100, refused.expected());
        assertEquals(40, refused.found());
        assertEquals(RefusedFor.SOURCE, refused.reason());
    }

    @Test
    void moreBytesThanTheContentLengthAreNotRead() throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Content-Length: 4", "Connection: close");
            out.write("goodEVIL".getBytes(UTF_8));
        });

        assertEquals("good", new String(metadata(source), UTF_8));
    }

    @Test
    void serverThatHangsUpBeforeAnyAnswer() throws IOException {
        ReleaseSource source = open((path, out) -> {});

        assertThrows(IOException.class, () -> source.metadata("timestamp.json"));
    }

    @Test
    void serverThatHangsUpWithinAChunk() throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Transfer-Encoding: chunked");
            out.write("ff\r\nabc".getBytes(UTF_8));
        });

        assertThrows(BrokenOffException.class, () -> metadata(source));
    }

    @Test
    void serverThatNeverAnswers() throws IOException {
        ReleaseSource source =
                open((path, out) -> over.await(), new Caps(SOON, LONG, LONG, 1, LONG, Integer.MAX_VALUE));

        SlowSourceException refused = assertThrows(SlowSourceException.class, () -> source.metadata("timestamp.json"));

        assertEquals(RefusedFor.TOO_SLOW, refused.reason());
    }

    @Test
    void serverThatNeverEndsItsHeaders() throws IOException {
        ReleaseSource source = open(
                (path, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX-".getBytes(UTF_8));
                    out.flush();
                    over.await();
                },
                new Caps(SOON, LONG, LONG, 1, LONG, Integer.MAX_VALUE));

        assertThrows(SlowSourceException.class, () -> source.metadata("timestamp.json"));
    }

    @Test
    void serverThatFallsSilent() throws IOException {
        ReleaseSource source = open(
                (path, out) -> {
                    head(out, "200 OK", "Content-Length: 100");
                    out.write(new byte[10]);
                    out.flush();
                    over.await();
                },
                new Caps(LONG, SOON, LONG, 1, LONG, Integer.MAX_VALUE));

        assertThrows(SlowSourceException.class, () -> metadata(source));
    }

    /** Each look at the clock is a second later, and lets the server send one more byte. */
    @Test
    void slowServerThatDripFeeds() throws IOException {
        Semaphore bytes = new Semaphore(0);
        AtomicLong seconds = new AtomicLong();
        server = LoopbackServer.tls(identity, (path, out) -> {
            head(out, "200 OK", "Content-Length: 1000000");
            while (true) {
                bytes.acquire();
                out.write(1);
                out.flush();
            }
        });
        Caps caps = new Caps(LONG, LONG, Duration.ofSeconds(30), 1024, Duration.ofHours(1), Integer.MAX_VALUE);
        ReleaseSource source = ReleaseSources.open(server.address(), caps, tls, new EveryServer(), () -> {
            bytes.release();
            return seconds.incrementAndGet() * 1_000_000_000;
        });

        SlowSourceException refused = assertThrows(SlowSourceException.class, () -> metadata(source));

        assertEquals("1024 bytes a second", refused.expected());
        assertEquals(RefusedFor.TOO_SLOW, refused.reason());
    }

    @Test
    void aSourceThatKeepsTheLeastRateForEver() throws IOException {
        AtomicLong minutes = new AtomicLong();
        server = LoopbackServer.tls(identity, LoopbackServer.ok(new byte[10]));
        Caps caps = new Caps(LONG, LONG, Duration.ofHours(3), 1, Duration.ofHours(2), Integer.MAX_VALUE);
        ReleaseSource source = ReleaseSources.open(
                server.address(), caps, tls, new EveryServer(), () -> minutes.addAndGet(10) * 60_000_000_000L);

        SlowSourceException refused = assertThrows(SlowSourceException.class, () -> {
            while (true) {
                metadata(source);
            }
        });

        assertEquals("everything within 120 minutes", refused.expected());
    }
}
