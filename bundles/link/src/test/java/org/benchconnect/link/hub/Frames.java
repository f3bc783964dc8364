package org.benchconnect.link.hub;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** The server's side of one WebSocket (RFC 6455): the upgrade, and the bytes within binary frames as a stream. */
final class Frames {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    private final DataInputStream in;
    private final OutputStream out;
    private byte[] unread = new byte[0];

    Frames(Socket socket) throws IOException {
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Answers the upgrade. The path with its query, if it is one of a hub. */
    String upgrade() throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (!request.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            request.write(in.readByte());
        }
        String[] lines = request.toString(StandardCharsets.US_ASCII).split("\r\n");
        String path = lines[0].split(" ")[1];
        if (!path.split("\\?")[0].equals("/$iothub/websocket")
                || !header(lines, "sec-websocket-protocol").equals("mqtt")) {
            out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            throw new EOFException("no address of a hub: " + path);
        }
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: "
                        + accept(header(lines, "sec-websocket-key")) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return path;
    }

    private static String header(String[] lines, String name) {
        return Arrays.stream(lines)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String accept(String key) {
        try {
            byte[] bytes = (key + GUID).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next bytes of the stream, whatever frames they come in. */
    byte[] read(int count) throws IOException {
        while (unread.length < count) {
            byte[] more = frame();
            byte[] all = Arrays.copyOf(unread, unread.length + more.length);
            System.arraycopy(more, 0, all, unread.length, more.length);
            unread = all;
        }
        byte[] next = Arrays.copyOf(unread, count);
        unread = Arrays.copyOfRange(unread, count, unread.length);
        return next;
    }

    private byte[] frame() throws IOException {
        int kind = in.readUnsignedByte() & 0x0F;
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        if (kind == CLOSE) {
            throw new EOFException("closed by the client");
        }
        return kind <= BINARY && kind != PING ? payload : new byte[0];
    }

    /** One frame. */
    synchronized void write(byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | BINARY);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }
}
