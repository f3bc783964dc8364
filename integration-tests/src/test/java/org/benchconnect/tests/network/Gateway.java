package org.benchconnect.tests.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.testing.TestServer;

/**
 * The end of TLS and WebSocket before a broker that speaks plain MQTT: what lies between them is in its hand, as frames and as packets.
 */
final class Gateway implements AutoCloseable {
    /** Nothing in either direction for so long is idle: 30 s of a hospital's firewall, compressed. */
    private static final long IDLE_NANOS = 700_000_000L;

    private static final int LISTENING_MILLIS = 100;
    private static final byte[] NOT_AUTHORISED = {0x20, 2, 0, 5};

    private final Wire wire;
    private final SSLContext right;
    private final SSLContext inspecting;
    private final int broker;
    private final Random random;
    private final AtomicLong spoilt = new AtomicLong();
    private volatile Weather weather = Weather.CLEAR;

    /**
     * Listens at once.
     *
     * @param right what it shows
     * @param inspector what it shows while somebody inspects
     * @param broker port of plain MQTT on loopback
     * @param seed of what is random
     */
    Gateway(TestServer right, TestServer inspector, int broker, long seed) throws IOException {
        this.right = right.context();
        this.inspecting = inspector.context();
        this.broker = broker;
        this.random = new Random(seed);
        this.wire = new Wire("gateway", this::visit);
    }

    int port() {
        return wire.port();
    }

    /** How many connections, frames and packets were not treated well. */
    long spoilt() {
        return spoilt.get();
    }

    void weather(Weather now) {
        weather = now;
        if (now.endsConnections()) {
            wire.resetAll();
        }
    }

    private void visit(Socket raw) throws IOException {
        SSLContext shown = weather == Weather.INSPECTION ? inspecting : right;
        try (SSLSocket client = (SSLSocket) shown.getSocketFactory().createSocket(raw, null, raw.getPort(), true)) {
            client.setUseClientMode(false);
            Frames frames = Frames.upgrade(client);
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), broker)) {
                Traffic traffic = new Traffic();
                Thread down = Wire.run("from broker", () -> down(server, frames, raw, traffic));
                try {
                    up(frames, server, traffic);
                } finally {
                    Wire.close(server);
                    Wire.reset(raw);
                    join(down);
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void up(Frames frames, Socket server, Traffic traffic) throws IOException {
        Packets packets = new Packets();
        for (byte[] bytes = frames.read(); bytes != null; bytes = frames.read()) {
            traffic.last = System.nanoTime();
            ByteArrayOutputStream onward = new ByteArrayOutputStream();
            for (byte[] packet : packets.of(bytes)) {
                int type = packet[0] >> 4 & 0x0F;
                if (type == Packets.CONNECT && weather == Weather.TOKEN_EXPIRED) {
                    spoilt.incrementAndGet();
                    frames.write(NOT_AUTHORISED);
                    return;
                }
                if (type == Packets.PUBLISH && weather == Weather.QUOTA) {
                    spoilt.incrementAndGet();
                    return;
                }
                onward.writeBytes(packet);
            }
            server.getOutputStream().write(onward.toByteArray());
        }
    }

    private void down(Socket server, Frames frames, Socket raw, Traffic traffic) {
        byte[] buffer = new byte[16_384];
        try {
            server.setSoTimeout(LISTENING_MILLIS);
            while (true) {
                try {
                    int count = server.getInputStream().read(buffer);
                    if (count < 0) {
                        frames.goodbye();
                        return;
                    }
                    traffic.last = System.nanoTime();
                    pass(frames, java.util.Arrays.copyOf(buffer, count));
                } catch (SocketTimeoutException e) {
                    silence(frames, raw, traffic);
                }
            }
        } catch (IOException e) {
            spoilt.incrementAndGet(); // one of them has gone
        } finally {
            Wire.reset(raw);
        }
    }

    private void silence(Frames frames, Socket raw, Traffic traffic) throws IOException {
        if (weather == Weather.PINGS) {
            frames.ping();
        } else if (weather == Weather.IDLE_KILL && System.nanoTime() - traffic.last > IDLE_NANOS) {
            spoilt.incrementAndGet();
            Wire.reset(raw);
        }
    }

    private void pass(Frames frames, byte[] bytes) throws IOException {
        switch (weather) {
            case PINGS -> {
                frames.ping();
                frames.write(bytes);
            }
            case FRAGMENTS -> {
                spoilt.incrementAndGet();
                frames.writeFragments(bytes, random);
            }
            case STALLS -> {
                spoilt.incrementAndGet();
                frames.writeStalled(bytes, 200 + random.nextInt(1600));
            }
            default -> frames.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** When something passed last, in either direction. */
    private static final class Traffic {
        private volatile long last = System.nanoTime();
    }
}
