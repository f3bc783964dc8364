package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that take every thread and never finish. Here their time never runs out, so that only room can be made. */
@Timeout(60)
class SlowConnectionsTest {
    private static final int THREADS = LocalServer.MAX_REQUESTS + LocalServer.MAX_STREAMS;

    private final Secret token = Secret.random();
    private final CountDownLatch works = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Socket> open = new ArrayList<>();
    private final LocalServer server;

    SlowConnectionsTest() throws IOException {
        server = LocalServer.bind(0);
        Route hello = new Route("GET", "/hello", Access.ANYBODY, call -> Reply.empty(204));
        Route read = new Route("POST", "/read", Access.OWN_PAGE, call -> Reply.empty(204));
        Route work = new Route("GET", "/work", Access.LOCAL_PROGRAM, call -> {
            works.countDown();
            end.await();
            return Reply.empty(204);
        });
        Sessions sessions = new Sessions(Clock.systemUTC(), Duration.ofHours(1), Duration.ofHours(1));
        server.serve(token, sessions, List.of(hello, read, work), Duration.ofHours(1), Duration.ofHours(1));
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void headersThatNeverEndDoNotShutThePageOut() throws IOException, InterruptedException {
        fill("GET /hello HTTP/1.1\r\nHost: 127");

        for (int i = 0; i < 100; i++) {
            send("GET /hello HTTP/1.1\r\nHost: 127"); // reopened when closed
            assertAnswered();
        }
    }

    @Test
    void bodiesThatNeverEndDoNotShutThePageOut() throws IOException, InterruptedException {
        fill(head("POST /read") + "Origin: " + server.url() + "\r\nContent-Length: 50\r\n\r\n{");

        assertAnswered();
    }

    @Test
    void aRequestThatHasArrivedAndHasARightIsNotEndedForAnother() throws IOException, InterruptedException {
        Socket working = send(head("GET /work") + "Authorization: Bearer " + token.reveal() + "\r\n\r\n");
        assertTrue(works.await(30, TimeUnit.SECONDS));
        fill("GET /hello HTTP/1.1\r\nHost: 127");

        for (int i = 0; i < 2 * THREADS; i++) {
            assertAnswered();
        }
        end.countDown();

        assertEquals("HTTP/1.1 204", answer(working));
    }

    /** Asked again where the thread that makes room did not come to run in time: without room no try would ever be answered. */
    private void assertAnswered() throws IOException {
        String answer = "";
        for (int i = 0; i < 20 && answer.isEmpty(); i++) {
            try {
                answer = answer(send(head("GET /hello") + "\r\n"));
            } catch (SocketException reset) {
                answer = "";
            }
        }
        assertEquals("HTTP/1.1 204", answer);
    }

    private void fill(String unfinished) throws IOException, InterruptedException {
        int before = server.busyThreads();
        for (int i = before; i < THREADS; i++) {
            send(unfinished);
        }
        waitUntilBusy(THREADS);
    }

    private void waitUntilBusy(int threads) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.busyThreads() < threads && System.nanoTime() < latest) {
            synchronized (this) {
                wait(20);
            }
        }
        assertTrue(server.busyThreads() >= threads);
    }

    private String head(String what) {
        return what + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n";
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(30_000);
        open.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
