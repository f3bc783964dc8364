package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.benchconnect.engine.rfb.relay.RelayTransport;

/** A relay in memory: two ends with one message under way in each direction. It can stop taking anything. */
final class PairedTransport implements RelayTransport {
    private final BlockingQueue<Message> in;
    private final BlockingQueue<Message> out;
    private volatile boolean aborted;
    volatile boolean stuck;
    volatile int sent;

    private PairedTransport(BlockingQueue<Message> in, BlockingQueue<Message> out) {
        this.in = in;
        this.out = out;
    }

    static PairedTransport[] pair() {
        BlockingQueue<Message> one = new ArrayBlockingQueue<>(1);
        BlockingQueue<Message> other = new ArrayBlockingQueue<>(1);
        return new PairedTransport[] {new PairedTransport(one, other), new PairedTransport(other, one)};
    }

    @Override
    public void send(byte[] message) throws IOException {
        put(new Message(false, message));
    }

    @Override
    public void send(String text) throws IOException {
        put(new Message(true, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void put(Message message) throws IOException {
        try {
            while (!aborted) {
                if (!stuck && out.offer(message, 20, TimeUnit.MILLISECONDS)) {
                    sent++;
                    return;
                }
            }
            throw new IOException("aborted");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Message receive() throws IOException {
        try {
            while (!aborted) {
                Message message = in.poll(20, TimeUnit.MILLISECONDS);
                if (message != null) {
                    return message;
                }
            }
            throw new IOException("aborted");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void abort() {
        aborted = true;
    }

    boolean isAborted() {
        return aborted;
    }
}
