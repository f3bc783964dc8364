package org.benchconnect.engine.rfb.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK's WebSocket against a relay that says whatever a test wants, byte by byte. */
@Timeout(240)
class JdkRelayTest {
    private ServerSocket server;
    private final CompletableFuture<Socket> accepted = new CompletableFuture<>();
    private RelayTransport relay;
    private Socket socket;

    @BeforeEach
    void connect() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept);
        thread.setDaemon(true);
        thread.start();
        relay = JdkRelay.connect(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                URI.create("ws://127.0.0.1:" + server.getLocalPort()));
        socket = accepted.get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void end() throws Exception {
        relay.abort();
        socket.close();
        server.close();
    }

    private void accept() {
        try {
            Socket one = server.accept();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) one.getInputStream().read());
            }
            assertTrue(head.toString().startsWith("GET /v1/agent HTTP/1.1\r\n"), head.toString());
            String key = head.toString().replaceAll("(?is).*sec-websocket-key: *([^\r]+)\r.*", "$1");
            byte[] sha = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            one.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(sha) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            accepted.complete(one);
        } catch (Exception | AssertionError e) {
            accepted.completeExceptionally(e);
        }
    }

    private void say(int head, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head);
        if (bytes.length < 126) {
            out.write(bytes.length);
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) bytes.length >> shift));
            }
        }
        out.write(bytes);
        out.flush();
    }

    @Test
    void messagesPassWhole() throws Exception {
        byte[] large = new byte[Frames.LONGEST];
        large[5] = 7;
        say(0x02, new byte[] {1});
        say(0x89, new byte[] {9});
        say(0x80, new byte[] {2});
        say(0x82, large);
        say(0x81, "{}".getBytes(StandardCharsets.UTF_8));

        assertArrayEquals(new byte[] {1, 2}, relay.receive().bytes());
        assertArrayEquals(large, relay.receive().bytes());
        assertTrue(relay.receive().text());
    }

    @Test
    void sentMessageArrives() throws Exception {
        relay.send(new byte[] {5, 6, 7});

        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertEquals(0x82, in.readUnsignedByte());
        assertEquals(0x83, in.readUnsignedByte(), "masked, three bytes");
    }

    @Test
    void longMessageEndsIt() throws Exception {
        say(0x82, new byte[Frames.LONGEST + 1]);

        assertThrows(IOException.class, relay::receive);
    }

    @Test
    void closeOfTheRelayIsToldWithItsCode() throws Exception {
        say(0x88, new byte[] {0x11, 0x34});

        RelayClosedException closed = assertThrows(RelayClosedException.class, relay::receive);

        assertEquals(4404, closed.code());
    }

    @Test
    void abortEndsASendThatTheRelayDoesNotTake() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        CompletableFuture<Void> first = new CompletableFuture<>();
        Thread sender = new Thread(() -> {
            try {
                while (true) {
                    relay.send(new byte[60_000]);
                    first.complete(null);
                }
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        sender.setDaemon(true);
        sender.start();
        first.get(60, TimeUnit.SECONDS);
        awaitBlocked(sender);

        relay.abort(); // returns, though nobody reads, and long before a send gives up by itself

        ended.get(60, TimeUnit.SECONDS);
        assertThrows(IOException.class, () -> relay.send(new byte[1]));
    }

    /** Until it waits and the network takes no more: its place does not change for a while. */
    private static void awaitBlocked(Thread sender) throws InterruptedException {
        Object tick = new Object();
        synchronized (tick) {
            for (int same = 0; same < 10; ) {
                tick.wait(20);
                same = sender.getState() == Thread.State.TIMED_WAITING ? same + 1 : 0;
            }
        }
    }

    @Test
    void abortEndsWhoWaitsForAMessage() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                relay.receive();
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        reader.setDaemon(true);
        reader.start();

        relay.abort();

        ended.get(60, TimeUnit.SECONDS);
    }
}
