package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsSourceTest extends HttpsTest {
    @Test
    void readsFilesOfAServer() throws IOException {
        byte[] module = new byte[1_000_000];
        new Random(1).nextBytes(module);

        ReleaseSource source = open(LoopbackServer.ok(module));

        assertArrayEquals(module, read(source.target("features/one two.json")));
        assertArrayEquals(module, read(source.metadata("1.a%2Fb.json")));
        assertTrue(server.requests().get(0).startsWith("GET /repo/targets/features/one%20two.json HTTP/1.1\r\n"));
        assertTrue(server.requests().get(1).startsWith("GET /repo/metadata/1.a%2Fb.json HTTP/1.1\r\n"));
        assertFalse(server.requests().get(0).contains("gzip"));
    }

    @Test
    void aTargetIsAskedForByteForByteAsItsMetadataWritesIt() throws IOException {
        ReleaseSource source = open(LoopbackServer.ok(new byte[1]));

        read(source.target("f/o\u0308~\u00f6%2F'.json")); // the first with its accent apart, the second composed

        assertEquals(
                "GET /repo/targets/f/o%CC%88~%C3%B6%252F%27.json HTTP/1.1",
                server.requests().get(0).lines().findFirst().orElseThrow());
    }

    @Test
    void readsAnAnswerInChunks() throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Transfer-Encoding: chunked");
            out.write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".getBytes(UTF_8));
        });

        assertEquals("abcde", new String(metadata(source), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "403 Forbidden", "410 Gone"})
    void aFileThatTheServerDoesNotHaveIsMissing(String status) throws IOException {
        ReleaseSource source = open((path, out) -> head(out, status, "Content-Length: 0"));

        assertThrows(NoSuchFileException.class, () -> source.metadata("2.root.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Broken", "204 No Content", "206 Partial Content", "401 Unauthorized", "299 Odd"})
    void anAnswerThatIsNoFile(String status) throws IOException {
        ReleaseSource source = open((path, out) -> head(out, status, "Content-Length: 0"));

        ServerAnswerException refused =
                assertThrows(ServerAnswerException.class, () -> source.metadata("timestamp.json"));

        assertEquals("status " + status.substring(0, 3), refused.found());
    }

    @Test
    void redirectToAnotherHost() throws IOException {
        try (LoopbackServer other = LoopbackServer.tls(identity, LoopbackServer.ok("evil".getBytes(UTF_8)))) {
            ReleaseSource source = open(
                    (path, out) -> head(out, "302 Found", "Location: " + other.address() + path, "Content-Length: 0"));

            ServerAnswerException refused =
                    assertThrows(ServerAnswerException.class, () -> source.metadata("timestamp.json"));

            assertTrue(refused.getMessage().contains("a redirection to https://localhost"), refused.getMessage());
            assertTrue(other.requests().isEmpty());
        }
    }

    @Test
    void redirectToPlainHttp() throws IOException {
        ReleaseSource source =
                open((path, out) -> head(out, "301 Moved", "Location: http://localhost/", "Content-Length: 0"));

        assertThrows(ServerAnswerException.class, () -> source.metadata("timestamp.json"));
    }

    @Test
    void gzipContentEncodingBomb() throws IOException {
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Content-Encoding: gzip", "Content-Length: 3");
            out.write(new byte[3]);
        });

        ServerAnswerException refused =
                assertThrows(ServerAnswerException.class, () -> source.metadata("timestamp.json"));

        assertEquals("encoded as gzip", refused.found());
    }

    @Test
    void aStreamClosedEarlyEndsTheConnection() throws IOException, InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        ReleaseSource source = open((path, out) -> {
            head(out, "200 OK", "Content-Length: 1000000000");
            try {
                while (true) {
                    out.write(new byte[8192]);
                }
            } finally {
                hungUp.countDown();
            }
        });

        try (InputStream in = source.target("a")) {
            assertEquals(0, in.read());
        }

        hungUp.await();
    }
}
