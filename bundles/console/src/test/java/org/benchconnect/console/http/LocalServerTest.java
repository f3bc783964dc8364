package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalServerTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int MUCH = 50_000_000;
    /** Where this PC stalls for longer than {@link #SHORT}, a request is cut off before it is what the test is about. */
    private static final int TRIES = 20;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private LocalServer server;

    LocalServerTest() throws IOException {
        server = LocalServer.bind(0);
    }

    @BeforeEach
    void serve() {
        Clock clock = Clock.systemUTC();
        List<Route> routes = List.of(
                new Route("GET", "/hello", Access.ANYBODY, call -> Reply.content("text/plain", new byte[] {'h', 'i'})),
                new Route("GET", "/for-ever", Access.ANYBODY, call -> waitForEver()),
                new Route("GET", "/much", Access.ANYBODY, call -> much()),
                new Route("GET", "/slow", Access.ANYBODY, call -> new Reply.Slow(Duration.ofSeconds(20), this::slow)),
                new Route("GET", "/too-slow", Access.ANYBODY, call -> new Reply.Slow(SHORT, this::waitForEver)),
                new Route("GET", "/fault", Access.ANYBODY, call -> {
                    throw new IllegalStateException("on purpose");
                }));
        Sessions sessions = new Sessions(clock, Duration.ofHours(1), Duration.ofHours(1));
        server.serve(Secret.random(), sessions, routes, SHORT, SHORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClientThatNeverFinishesItsHeadersIsCutOff() throws IOException {
        assertCutOff("GET /hello HTTP/1.1\r\nHost: 127");
    }

    @Test
    void aClientThatNeverSendsItsBodyIsCutOff() throws IOException {
        assertCutOff(request("/hello") + "Content-Length: 10\r\n\r\n{");
    }

    @Test
    void aClientThatDoesNotTakeItsAnswerIsCutOff() throws IOException, InterruptedException {
        try (Socket slow = askForMuch()) {
            waitUntilIdle();

            // Only what lay in the buffers between the two still arrives.
            assertTrue(slow.getInputStream().readAllBytes().length < MUCH);
        }
    }

    @Test
    void aRequestThatTakesTooLongEnds() throws IOException, InterruptedException {
        assertInterrupted("/for-ever");
    }

    @Test
    void anAnswerThatIsKnownToTakeLongHasItsOwnTime() throws IOException {
        assertTrue(answer(request("/slow") + "\r\n").contains("204"));
    }

    @Test
    void evenASlowAnswerEnds() throws IOException, InterruptedException {
        assertInterrupted("/too-slow");
    }

    @Test
    void theNextRequestOnAConnectionHasItsOwnTime() throws IOException {
        assertTrue(answer(request("/hello") + "\r\n").contains("200"));
        assertTrue(answer(request("/hello") + "\r\n").contains("200"));
    }

    @Test
    void aFaultIsToldWithoutItsDetails() throws IOException {
        String answer = answer(request("/fault") + "Connection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
        assertTrue(answer.contains("INTERNAL") && !answer.contains("on purpose"), answer);
    }

    private Reply much() {
        answering.countDown();
        return Reply.content("text/plain", new byte[MUCH]);
    }

    /** Takes three times as long as other answers may. */
    private Reply.Whole slow() throws InterruptedException {
        assertFalse(interrupted.await(3 * SHORT.toMillis(), TimeUnit.MILLISECONDS));
        return Reply.empty(204);
    }

    private Reply.Whole waitForEver() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return Reply.empty(204);
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    /** Reset counts too: something of the request may not have been read yet. */
    private void assertCutOff(String request) throws IOException {
        try (Socket socket = connect(request)) {
            assertEquals(-1, socket.getInputStream().read());
        } catch (SocketException reset) {
            assertTrue(String.valueOf(reset.getMessage()).startsWith("Connection reset"));
        }
    }

    private void assertInterrupted(String path) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES && interrupted.getCount() > 0; i++) {
            assertCutOff(request(path) + "\r\n");
        }
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    private Socket askForMuch() throws IOException, InterruptedException {
        Socket socket = connect(request("/much") + "\r\n");
        for (int i = 0; i < TRIES && !answering.await(1, TimeUnit.SECONDS); i++) {
            socket.close();
            socket = connect(request("/much") + "\r\n");
        }
        assertEquals(0, answering.getCount());
        return socket;
    }

    private void waitUntilIdle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.busyThreads() > 0 && System.nanoTime() < end) {
            synchronized (this) {
                wait(20);
            }
        }
        assertEquals(0, server.busyThreads());
    }

    private String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n";
    }

    private Socket connect(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(30_000);
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private String answer(String request) throws IOException {
        String answer = "";
        for (int i = 0; i < TRIES && answer.isEmpty(); i++) {
            try (Socket socket = connect(request)) {
                answer = request.contains("Connection: close")
                        ? new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        : firstLine(socket);
            } catch (SocketException reset) {
                answer = "";
            }
        }
        return answer;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\r') {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }
}
