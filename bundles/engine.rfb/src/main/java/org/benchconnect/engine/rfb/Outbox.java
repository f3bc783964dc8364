package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.benchconnect.engine.rfb.channel.FrameRefusedException;
import org.benchconnect.engine.rfb.channel.FrameSealer;
import org.benchconnect.engine.rfb.channel.FrameType;
import org.benchconnect.engine.rfb.filter.StreamCutException;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sealed and sent, one frame at a time: a relay that is slow makes the picture wait, and with it the desktop server. Whether a picture may pass is asked in the same moment in
 * which it is taken in, so that whoever closes the gate by {@link #closing} knows that nothing passes after it. {@link #run} is for the one thread that sends, all else for any.
 */
final class Outbox {
    /** Pictures wait for room from here on. In bytes. */
    static final int ROOM = 128 * 1024;

    /** More messages of control than any session has waiting. */
    private static final int MOST_CONTROL = 1000;

    private record Item(FrameType type, byte[] bytes, int from, int length) {}

    private final RelayTransport relay;
    private final FrameSealer sealer;
    private final Deque<Item> items = new ArrayDeque<>();
    private int pictures;
    private int controls; // how many of the items are such
    private boolean cut;
    private boolean last; // nothing more is taken in
    private boolean said; // what was last is handed over

    Outbox(RelayTransport relay, FrameSealer sealer) {
        this.relay = relay;
        this.sealer = sealer;
    }

    /** Queues it; never waits. */
    synchronized void control(String json) {
        if (!cut && !last && controls < MOST_CONTROL) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            items.add(new Item(FrameType.CONTROL, bytes, 0, bytes.length));
            controls++;
            notifyAll();
        }
    }

    /**
     * All of it or nothing, once there is room, while the gate is open.
     *
     * @param open asked within this lock: looks at flags alone
     */
    synchronized void picture(byte[] bytes, int length, BooleanSupplier open) throws StreamCutException {
        try {
            while (!cut && !last && open.getAsBoolean() && pictures >= ROOM) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamCutException();
        }
        if (cut || last || !open.getAsBoolean()) {
            throw new StreamCutException();
        }
        byte[] own = Arrays.copyOf(bytes, length);
        for (int from = 0; from < length; from += FrameType.LONGEST) {
            items.add(new Item(FrameType.RFB, own, from, Math.min(FrameType.LONGEST, length - from)));
        }
        pictures += length;
        notifyAll();
    }

    /** Does it while nothing is taken in; whoever waits for room asks anew afterwards. Quick. */
    synchronized void closing(Runnable gate) {
        gate.run();
        notifyAll();
    }

    /** Forgets the pictures that wait: their lease ended. */
    synchronized void dropPictures() {
        items.removeIf(item -> item.type() == FrameType.RFB);
        pictures = 0;
        notifyAll();
    }

    /** Forgets all that waits but this, which is the last; waits so long at most until the relay has taken it. */
    synchronized void last(String json, long millis) {
        if (cut || last) {
            return;
        }
        items.clear();
        pictures = 0;
        controls = 0;
        control(json);
        last = true;
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (long left = millis; !said && !cut && left > 0; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is sealed any more, from when this returns on. */
    synchronized void cut() {
        cut = true;
        items.clear();
        notifyAll();
    }

    /** Seals and sends until it is cut. */
    void run() throws IOException, FrameRefusedException {
        for (Item item = next(); item != null; item = next()) {
            for (byte[] frame : sealed(item)) {
                relay.send(frame);
            }
        }
    }

    private synchronized @Nullable Item next() throws IOException {
        try {
            while (!cut && !last && items.isEmpty()) {
                wait();
            }
            if (last && items.isEmpty()) {
                said = true;
                notifyAll();
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Item item = cut ? null : items.remove();
        if (item != null && item.type() == FrameType.RFB) {
            pictures = Math.max(0, pictures - item.length());
            notifyAll();
        } else if (item != null) {
            controls--;
        }
        return item;
    }

    /** Within the lock: whoever cuts knows that nothing is sealed after it. */
    private synchronized Deque<byte[]> sealed(Item item) throws FrameRefusedException {
        Deque<byte[]> frames = new ArrayDeque<>();
        if (cut) {
            return frames;
        }
        sealer.seal(item.type(), ByteBuffer.wrap(item.bytes(), item.from(), item.length()), frames::add);
        return frames;
    }
}
