package org.benchconnect.link;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import org.benchconnect.crypto.testing.TestServer;

/** Connects and acknowledges as a broker does, then sends messages without end on a topic that nobody asked for. */
final class HostileBroker implements AutoCloseable {
    /** How many messages it sends at most in one connection. */
    private static final int MOST = 1_000_000;
    /** In a binary frame: PUBLISH, quality 0, topic "t", payload "x". */
    private static final byte[] UNASKED = {(byte) 0x82, 6, 0x30, 4, 0, 1, 't', 'x'};

    private static final byte[] CONNACK = {(byte) 0x82, 4, 0x20, 2, 0, 0};
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final SSLServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger endured = new AtomicInteger();

    HostileBroker(TestServer server) throws IOException {
        listener = (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "hostile-broker");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "wss://localhost:" + listener.getLocalPort() + "/mqtt";
    }

    /** How many connections the agent has ended. */
    int ended() {
        return connections.get();
    }

    /** How many connections took all that was sent. */
    int endured() {
        return endured.get();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(60_000);
                attack(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
                endured.incrementAndGet();
            } catch (IOException e) {
                // Cut off, or the test is over.
                connections.incrementAndGet();
            }
        }
    }

    private static void attack(DataInputStream in, OutputStream out) throws IOException {
        out.write(upgrade(in));
        // CONNECT, then presence: QoS 1, its identifier behind the topic.
        frame(in);
        out.write(CONNACK);
        byte[] presence = frame(in);
        int topic = 1;
        while (presence[topic++] < 0) {
            // The length of the packet, up to the byte without the highest bit.
            continue;
        }
        int identifier = topic + 2 + presence[topic] * 256 + presence[topic + 1];
        out.write(new byte[] {(byte) 0x82, 4, 0x40, 2, presence[identifier], presence[identifier + 1]});
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            block.writeBytes(UNASKED);
        }
        for (int sent = 0; sent < MOST; sent += 100) {
            block.writeTo(out);
        }
    }

    private static byte[] upgrade(DataInputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (!request.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            request.write(in.readByte());
        }
        String key = request.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
        try {
            byte[] accept = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The payload of the client's next frame. */
    private static byte[] frame(DataInputStream in) throws IOException {
        in.readByte();
        int length = in.readUnsignedByte() & 0x7F;
        byte[] mask = new byte[4];
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        in.readFully(mask);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
