package org.benchconnect.engine.rfb.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.benchconnect.engine.rfb.relay.RelayTransport.Message;
import org.jspecify.annotations.Nullable;

/** What the relay sends: one message at a time is asked for, and waits here until it is taken. */
final class Frames implements WebSocket.Listener {
    /** In bytes. */
    static final int LONGEST = 64 * 1024;
    /** Pings, pongs and empty pieces in a row; an honest relay sends a ping every 25 seconds. */
    private static final int MOST_IDLE = 1000;

    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private @Nullable Message message;
    private @Nullable WebSocket socket;
    private @Nullable IOException end;
    private int idle;

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
            notifyAll();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        add(from, bytes, false, last);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        add(from, data.toString().getBytes(StandardCharsets.UTF_8), true, last);
        return null;
    }

    private synchronized void add(WebSocket from, byte[] bytes, boolean text, boolean last) {
        if (piece.size() + bytes.length > LONGEST || bytes.length == 0 && !last && ++idle > MOST_IDLE) {
            end(new IOException("the relay sent what is too long"));
            from.abort();
            return;
        }
        piece.writeBytes(bytes);
        if (last) {
            idle = 0;
            message = new Message(text, piece.toByteArray());
            piece.reset();
            notifyAll();
        } else {
            from.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        idle(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        idle(from);
        return null;
    }

    private synchronized void idle(WebSocket from) {
        if (++idle > MOST_IDLE) {
            end(new IOException("the relay sends nothing but pings"));
            from.abort();
        } else {
            from.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(new RelayClosedException(code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(new IOException("the connection to the relay broke", error));
    }

    /** Whoever waits gets this. */
    synchronized void end(IOException how) {
        if (end == null) {
            end = how;
        }
        notifyAll();
    }

    synchronized Message next() throws IOException {
        try {
            WebSocket from = socket;
            if (from == null) {
                throw new IOException("not connected");
            }
            from.request(1);
            while (message == null) {
                if (end != null) {
                    throw end;
                }
                wait();
            }
            Message taken = message;
            message = null;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
