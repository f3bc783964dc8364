package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.link.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;

class ReceivedBytesTest {
    private static final byte[] PING_RESPONSE = {(byte) 0xD0, 0};

    private final AtomicInteger requested = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final WebSocket socket = (WebSocket) Proxy.newProxyInstance(
            ReceivedBytesTest.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("request")) {
                    requested.addAndGet(((Long) arguments[0]).intValue());
                } else if (method.getName().equals("abort")) {
                    aborted.incrementAndGet();
                }
                return null;
            });
    private final ReceivedBytes received = new ReceivedBytes();

    @Test
    void nextPieceIsRequestedOnlyWhenTheLastHasBeenReadToItsEnd() throws IOException {
        received.onBinary(socket, ByteBuffer.wrap(PING_RESPONSE), true);
        InputStream stream = received.stream();
        assertEquals(2, stream.available());

        assertEquals(0xD0, stream.read());
        assertEquals(0, requested.get());
        assertEquals(0, stream.read());

        assertEquals(1, requested.get());
    }

    @Test
    void emptyPieceAsksForTheNextAtOnce() {
        received.onBinary(socket, ByteBuffer.allocate(0), false);

        assertEquals(1, requested.get());
    }

    @Test
    void whatCameBeforeTheEndIsStillRead() throws IOException {
        received.onBinary(socket, ByteBuffer.wrap(PING_RESPONSE), true);
        received.onClose(socket, 1000, "");
        InputStream stream = received.stream();

        assertArrayEquals(PING_RESPONSE, stream.readNBytes(2));
        TransportException end = assertThrows(TransportException.class, stream::read);
        assertEquals(Reason.CLOSED, end.reason());
    }

    @Test
    void stopLetsABlockedReaderReturn() throws Exception {
        InputStream stream = received.stream();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return stream.read();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        received.end();

        assertEquals(-1, reader.get(60, TimeUnit.SECONDS));
    }

    @Test
    void textIsRefused() {
        received.onText(socket, "hello", true);

        assertEquals(1, aborted.get());
        assertTrue(received.failure() != null && received.failure().reason() == Reason.PROTOCOL);
    }

    @Test
    void framesThatBringNothingAreRefusedWhenTheyDoNotEnd() {
        for (int i = 0; i < ReceivedBytes.MAX_IDLE_FRAMES / 2; i++) {
            received.onPing(socket, ByteBuffer.allocate(0));
            received.onBinary(socket, ByteBuffer.allocate(0), false);
        }
        assertEquals(ReceivedBytes.MAX_IDLE_FRAMES, requested.get());
        assertEquals(0, aborted.get());

        received.onPong(socket, ByteBuffer.allocate(0));

        assertEquals(1, aborted.get());
        assertTrue(received.failure() != null && received.failure().reason() == Reason.PROTOCOL);
    }

    @Test
    void pingsBetweenAnswersToTheKeepAliveNeverEndTheConnection() throws IOException {
        InputStream stream = received.stream();
        for (int i = 0; i < 3; i++) {
            for (int ping = 0; ping < ReceivedBytes.MAX_IDLE_FRAMES; ping++) {
                received.onPing(socket, ByteBuffer.allocate(0));
            }
            received.onBinary(socket, ByteBuffer.wrap(PING_RESPONSE), true);
            assertArrayEquals(PING_RESPONSE, stream.readNBytes(2));
        }

        assertEquals(0, aborted.get());
    }
}
