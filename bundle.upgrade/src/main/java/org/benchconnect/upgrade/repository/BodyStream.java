package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one answer of a server, as they come: never more than one piece of 16 KiB in memory, never longer waited for than
 * the caps say. The JDK's own stream waits for ever. Read by one thread; pieces are brought by the JDK's threads through a
 * queue that holds at most one piece and the end, because a piece is asked for only when the one before is used up.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {
    /** What the JDK's threads bring: a piece, or the end with its reason. */
    private record Arrived(List<ByteBuffer> piece, boolean end, @Nullable Throwable reason) {}

    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private final Meter.Pace pace;
    private final long silenceNanos;

    private String path = "";
    private long expected = -1;
    private long found;
    private boolean ended;
    private volatile boolean closed;

    /** Begins to measure. */
    BodyStream(Meter meter) {
        this.pace = meter.pace();
        this.silenceNanos = meter.caps().silence().toNanos();
    }

    /** For messages: what it is, and how long the server says it is, or -1. */
    void expect(String name, long length) {
        path = name;
        expected = length;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (closed || !subscribed.complete(subscription)) {
            subscription.cancel();
            return;
        }
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        arrived.add(new Arrived(piece, false, null));
    }

    @Override
    public void onError(Throwable reason) {
        arrived.add(new Arrived(List.of(), true, reason));
    }

    @Override
    public void onComplete() {
        arrived.add(new Arrived(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        ByteBuffer piece = next();
        if (piece == null) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(bytes, offset, count);
        return count;
    }

    /** The piece with bytes left, waited for if need be; null at the end. */
    private @Nullable ByteBuffer next() throws IOException {
        while (true) {
            if (closed) {
                throw new IOException("the stream is closed");
            }
            ByteBuffer piece = current.peek();
            if (piece != null && piece.hasRemaining()) {
                return piece;
            }
            if (piece != null) {
                current.remove();
            } else if (ended) {
                return null;
            } else {
                take(await());
            }
        }
    }

    private void take(Arrived next) throws IOException {
        if (next.reason() != null) {
            throw new BrokenOffException(path, expected, found, new IOException(next.reason()));
        }
        if (next.end()) {
            ended = true;
            return;
        }
        long bytes = 0;
        for (ByteBuffer each : next.piece()) {
            bytes += each.remaining();
        }
        found += bytes;
        pace.add(bytes);
        current.addAll(next.piece());
        if (subscribed.getNow(null) != null) {
            subscribed.join().request(1);
        }
    }

    private Arrived await() throws IOException {
        try {
            Arrived next = arrived.poll(silenceNanos, TimeUnit.NANOSECONDS);
            if (next == null) {
                close();
                throw new SlowSourceException(
                        "a byte within " + TimeUnit.NANOSECONDS.toMillis(silenceNanos) + " ms", "silence");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the server");
        }
    }

    /** Ends the connection too if there are bytes left. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription subscription = subscribed.getNow(null);
        if (subscription != null) {
            subscription.cancel();
        }
        current.clear();
        arrived.clear();
    }
}
