package org.benchconnect.bench.fleet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import org.benchconnect.link.FleetWords;
import org.jspecify.annotations.Nullable;

/** One simulated agent: a socket, at most one publish under way. Used by the fleet's thread. */
final class FleetAgent {
    final FleetWords words;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private int packet;
    private int packetBytes;
    private long sequence;
    private int left;
    private boolean here;

    FleetAgent(FleetWords words) {
        this.words = words;
    }

    /** Begins to connect. */
    void connect(Selector selector, InetSocketAddress broker) throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        packetBytes = 0;
        key = opened.register(selector, SelectionKey.OP_CONNECT, this);
        if (opened.connect(broker)) {
            greet();
        }
    }

    /** The TCP connection is there, or not: then it throws. */
    void finish() throws IOException {
        if (channel != null && channel.finishConnect()) {
            greet();
        }
    }

    private void greet() throws IOException {
        if (key != null) {
            key.interestOps(SelectionKey.OP_READ);
        }
        write(Mqtt.connect(words.client(), words.presence(false, Instant.EPOCH)));
    }

    /** So many more events are to go out, one after the other. */
    void say(int events) throws IOException {
        left = events;
        next();
    }

    private void next() throws IOException {
        if (left > 0) {
            left--;
            sequence++;
            write(Mqtt.publish(words.notice(sequence, Instant.EPOCH.plusSeconds(sequence)), 2));
        }
    }

    /** Whether the broker has acknowledged its presence. */
    boolean isHere() {
        return here;
    }

    /**
     * Reads what came.
     *
     * @param buffer of the fleet
     * @return how many publishes were acknowledged; negative if the broker ended the connection
     */
    int read(ByteBuffer buffer) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            return -1;
        }
        int count = open.read(buffer.clear());
        if (count < 0) {
            return -1;
        }
        int acknowledged = 0;
        for (buffer.flip(); buffer.hasRemaining(); ) {
            // All that a broker says to who subscribes to nothing: packets of four bytes.
            packet = packet << 8 | buffer.get() & 0xFF;
            packetBytes++;
            if (packetBytes == 4) {
                packetBytes = 0;
                acknowledged += take();
            }
        }
        return acknowledged;
    }

    private int take() throws IOException {
        int type = packet >>> 28;
        if (type == Mqtt.CONNACK && (packet & 0xFF) == 0) {
            write(Mqtt.publish(words.presence(true, Instant.EPOCH), 1));
            return 0;
        }
        if (type != Mqtt.PUBACK) {
            throw new IOException("the broker said " + Integer.toHexString(packet));
        }
        words.acknowledged();
        here = true;
        if ((packet & 0xFFFF) == 1) {
            return 0;
        }
        next();
        return 1;
    }

    private void write(ByteBuffer bytes) throws IOException {
        SocketChannel open = channel;
        SelectionKey registered = key;
        if (open == null || registered == null) {
            return;
        }
        open.write(bytes);
        unsent = bytes.hasRemaining() ? bytes : null;
        registered.interestOps(unsent == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** There is room again for what could not be written. */
    void flush() throws IOException {
        if (unsent != null) {
            write(unsent);
        }
    }

    void close() {
        here = false;
        unsent = null;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            here = false; // it is closed all the same
        }
        channel = null;
        key = null;
    }
}
