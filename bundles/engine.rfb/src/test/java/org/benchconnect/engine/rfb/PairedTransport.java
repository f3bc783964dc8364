package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.benchconnect.engine.rfb.relay.RelayTransport;

/** A relay in memory: two ends with one message under way in each direction. It can stop taking anything. */
final class PairedTransport implements RelayTransport {
    private static final long LOOK = 20; // milliseconds

    /** Of both ends: who aborted one knows that nothing leaves it afterwards, and what is counted has left. */
    private final Object lock;

    private final Queue<Message> in;
    private final Queue<Message> out;
    private volatile boolean aborted;
    volatile boolean stuck;
    volatile int sent;

    private PairedTransport(Object lock, Queue<Message> in, Queue<Message> out) {
        this.lock = lock;
        this.in = in;
        this.out = out;
    }

    static PairedTransport[] pair() {
        Object lock = new Object();
        Queue<Message> one = new ArrayDeque<>();
        Queue<Message> other = new ArrayDeque<>();
        return new PairedTransport[] {new PairedTransport(lock, one, other), new PairedTransport(lock, other, one)};
    }

    @Override
    public void send(byte[] message) throws IOException {
        put(new Message(false, message));
    }

    @Override
    public void send(String text) throws IOException {
        put(new Message(true, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(Message message) throws IOException {
        synchronized (lock) {
            await(() -> !stuck && out.isEmpty());
            out.add(message);
            sent++;
            lock.notifyAll();
        }
    }

    @Override
    public Message receive() throws IOException {
        synchronized (lock) {
            await(() -> !in.isEmpty());
            lock.notifyAll();
            return in.remove();
        }
    }

    /** Within the lock. */
    private void await(BooleanSupplier ready) throws IOException {
        try {
            while (!aborted && !ready.getAsBoolean()) {
                lock.wait(LOOK);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (aborted) {
            throw new IOException("aborted");
        }
    }

    @Override
    public void abort() {
        synchronized (lock) {
            aborted = true;
            lock.notifyAll();
        }
    }

    boolean isAborted() {
        return aborted;
    }
}
