package org.benchconnect.desk.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One open socket: what is sent on it, and whether anybody is there. At most one frame of the other end is under way on it, because the next one is not asked for
 * earlier; beside it at most one ping and one answer to a ping. Threads: any; nothing here waits.
 */
final class Line {
    /** A close that is not answered in so many nanoseconds is made without the other side. */
    private static final long POLITE = 5_000_000_000L;

    private static final int LIST_PIECE = 32 * 1024;

    /** Room for a record of TLS, which is then decrypted where it is read. In bytes. */
    private static final int INPUT = 32 * 1024;

    private final CoreSession session;
    private final LongSupplier nanoTime;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private volatile long heard;
    private volatile long progress;
    private volatile long pinged;
    private volatile boolean held;
    private volatile boolean closing;
    private volatile long closingSince;
    private boolean ponging; // guarded by this
    private @Nullable ByteBuffer laterPong; // guarded by this

    Line(CoreSession session, LongSupplier nanoTime) {
        this.session = session;
        this.nanoTime = nanoTime;
        session.setInputBufferSize(INPUT);
        heard = nanoTime.getAsLong();
        progress = heard;
        pinged = heard;
    }

    /** Something came. */
    void heard() {
        heard = nanoTime.getAsLong();
    }

    /** Asks for the next frame. */
    void demand() {
        held = false;
        heard();
        session.demand();
    }

    /** Frames up to so many bytes from now on. */
    void accept(int bytes) {
        session.setMaxFrameSize(bytes);
    }

    void text(String text) {
        send(new Frame(OpCode.TEXT, StandardCharsets.UTF_8.encode(text)), () -> {}, ignored -> {});
    }

    /** In messages of at most 32 KiB; the bytes are shared, not copied. */
    void list(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += LIST_PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(LIST_PIECE, bytes.length - from))
                    .slice();
            send(new Frame(OpCode.BINARY, piece), () -> {}, ignored -> {});
        }
    }

    /**
     * Answers a ping. While an answer is under way only the latest ping is remembered (RFC 6455, section 5.5.3): an end that sends pings and reads nothing fills no memory.
     */
    void pong(ByteBuffer payload) {
        ByteBuffer copy =
                ByteBuffer.allocate(payload.remaining()).put(payload.slice()).flip();
        synchronized (this) {
            if (ponging) {
                laterPong = copy;
                return;
            }
            ponging = true;
        }
        sendPong(copy);
    }

    private void sendPong(ByteBuffer payload) {
        send(new Frame(OpCode.PONG, payload), this::ponged, ignored -> {});
    }

    private void ponged() {
        ByteBuffer next;
        synchronized (this) {
            next = laterPong;
            laterPong = null;
            ponging = next != null;
        }
        if (next != null) {
            sendPong(next);
        }
    }

    /**
     * Hands on a frame of another line, which asks for no other one until this one is sent.
     *
     * @param sent called once it is written
     * @param lost called instead if it cannot be
     */
    void pass(Frame frame, Line from, Runnable sent, Runnable lost) {
        from.held = true;
        Frame copy = new Frame(frame.getOpCode()).setFin(frame.isFin()).setPayload(frame.getPayload());
        send(copy, sent, ignored -> lost.run());
    }

    private void send(Frame frame, Runnable sent, java.util.function.Consumer<Throwable> lost) {
        if (underWay.getAndIncrement() == 0) {
            progress = nanoTime.getAsLong();
        }
        session.sendFrame(
                frame,
                Callback.from(
                        () -> {
                            done();
                            sent.run();
                        },
                        failure -> {
                            done();
                            lost.accept(failure);
                        }),
                false);
    }

    private void done() {
        underWay.decrementAndGet();
        progress = nanoTime.getAsLong();
    }

    /** Says why, and ends; a second time does nothing. */
    void close(Closing why) {
        synchronized (this) {
            if (closing) {
                return;
            }
            closingSince = nanoTime.getAsLong();
            closing = true;
        }
        session.close(why.code, why.words, Callback.NOOP);
    }

    boolean closing() {
        return closing;
    }

    /** Ends it without a word. */
    void cut() {
        session.abort();
    }

    /** To be called often: asks for a sign of life, and cuts a line that gives none, takes nothing, or does not answer a close. */
    void look(RelayLimits limits, long now) {
        long silence = limits.silence().toNanos();
        boolean silent = !held && now - heard > silence;
        boolean stalled = underWay.get() > 0 && now - progress > silence;
        if (silent || stalled || closing && now - closingSince > Math.min(POLITE, silence)) {
            cut();
        } else if (!closing && now - pinged > limits.ping().toNanos() && pings.compareAndSet(0, 1)) {
            pinged = now;
            send(new Frame(OpCode.PING), () -> pings.set(0), ignored -> pings.set(0));
        }
    }
}
