package org.benchconnect.tests.network;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The server's side of one WebSocket (RFC 6455), with all that its frames may be and libraries seldom do. */
final class Frames {
    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int LAST = 0x80;
    private static final int LONGEST = 1 << 20;
    /** RFC 6455, 1.3. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final DataInputStream in;
    private final OutputStream out;

    private Frames(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Reads the request to upgrade, and grants it. */
    static Frames upgrade(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(client.getInputStream()));
        OutputStream out = client.getOutputStream();
        String key = Wire.head(in)
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
                .map(line -> line.substring(18).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("no WebSocket"));
        try {
            byte[] accept = MessageDigest.getInstance("SHA-1").digest(Wire.ascii(key + GUID));
            out.write(Wire.ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new Frames(in, out);
    }

    /** The next bytes of MQTT; null when the client says good-bye. */
    byte @Nullable [] read() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            byte[] payload = payload();
            if (opcode == CLOSE) {
                return null;
            }
            if (opcode == BINARY || opcode == CONTINUATION) {
                return payload;
            }
        }
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length > LONGEST) {
            throw new IOException("too long");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    synchronized void write(byte[] payload) throws IOException {
        out.write(frame(BINARY, true, payload));
    }

    synchronized void ping() throws IOException {
        out.write(frame(PING, true, new byte[] {1, 2, 3}));
    }

    synchronized void goodbye() throws IOException {
        out.write(frame(CLOSE, true, new byte[] {3, (byte) 0xE9})); // 1001: going away
    }

    /** In pieces of one byte and more, some of them empty, each followed by a ping. */
    synchronized void writeFragments(byte[] payload, Random random) throws IOException {
        int done = 0;
        int opcode = BINARY;
        while (done < payload.length) {
            int count = Math.min(random.nextInt(9), payload.length - done);
            out.write(frame(opcode, false, java.util.Arrays.copyOfRange(payload, done, done + count)));
            ping();
            opcode = CONTINUATION;
            done += count;
        }
        out.write(frame(opcode, true, new byte[0]));
    }

    /** With a pause after half of the frame. */
    synchronized void writeStalled(byte[] payload, long millis) throws IOException {
        byte[] frame = frame(BINARY, true, payload);
        int half = frame.length / 2;
        out.write(frame, 0, half);
        out.flush();
        Wire.pause(millis);
        out.write(frame, half, frame.length - half);
    }

    private static byte[] frame(int opcode, boolean last, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? LAST : 0) | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
