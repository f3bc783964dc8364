package org.benchconnect.link.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the server sends, as a stream. The next piece is requested only when the one before has been read, so that at most
 * one piece of a frame (16 KiB in JDK 17) waits here. Pings are answered by the JDK and never wait behind data.
 */
final class ReceivedBytes implements WebSocket.Listener {
    /** Pings, pongs and empty frames in a row. The answers to the keep-alive come between those of any honest server. */
    static final int MAX_IDLE_FRAMES = 1000;

    private final PacketLimit limit = new PacketLimit();
    /** Guards all fields below; notified when one changes. */
    private final Object lock = new Object();

    private ByteBuffer piece = ByteBuffer.allocate(0);
    private @Nullable WebSocket waiting;
    private boolean ended;
    /** Frames since the last one that brought anything. */
    private int idleFrames;

    private @Nullable TransportException failure;

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
        if (!limit.accepts(copy)) {
            refuse(socket);
        } else if (!copy.hasRemaining()) {
            idle(socket);
        } else {
            synchronized (lock) {
                idleFrames = 0;
                piece = copy;
                waiting = socket;
                lock.notifyAll();
            }
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
        idle(socket);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        idle(socket);
        return null;
    }

    /** A frame that brought nothing: one after the other would keep a thread busy for ever. */
    private void idle(WebSocket socket) {
        boolean tooMany;
        synchronized (lock) {
            idleFrames++;
            tooMany = idleFrames > MAX_IDLE_FRAMES;
        }
        if (tooMany) {
            refuse(socket);
        } else {
            socket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        // MQTT 3.1.1, section 6: only binary frames; anything else closes the connection.
        refuse(socket);
        return null;
    }

    private void refuse(WebSocket socket) {
        fail(new TransportException(TransportException.Reason.PROTOCOL, null));
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        fail(new TransportException(TransportException.Reason.CLOSED, null));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        fail(new TransportException(TransportException.Reason.CLOSED, error));
    }

    private void fail(TransportException how) {
        synchronized (lock) {
            if (failure == null) {
                failure = how;
            }
            lock.notifyAll();
        }
    }

    /** The reader gets no more; whoever blocks returns. */
    void end() {
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
    }

    /** How the connection ended, or null while it has not. */
    @Nullable
    TransportException failure() {
        synchronized (lock) {
            return failure;
        }
    }

    /** The stream that Paho's one receiver thread reads. */
    InputStream stream() {
        return new Reader();
    }

    private final class Reader extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            WebSocket drained = null;
            int count;
            synchronized (lock) {
                if (!awaitBytes()) {
                    return -1;
                }
                count = Math.min(length, piece.remaining());
                piece.get(into, offset, count);
                if (!piece.hasRemaining()) {
                    drained = waiting;
                    waiting = null;
                }
            }
            if (drained != null) {
                drained.request(1);
            }
            return count;
        }

        /** False when stopped; what came before a failure is still read. */
        private boolean awaitBytes() throws IOException {
            try {
                while (!ended && !piece.hasRemaining()) {
                    if (failure != null) {
                        throw failure;
                    }
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransportException(TransportException.Reason.CLOSED, e);
            }
            return !ended;
        }

        @Override
        public int available() {
            synchronized (lock) {
                return ended ? 0 : piece.remaining();
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
