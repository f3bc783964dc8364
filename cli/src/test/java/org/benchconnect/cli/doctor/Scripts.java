package org.benchconnect.cli.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** What the servers of the tests do. */
public final class Scripts {
    private Scripts() {}

    /** A broker that speaks MQTT over WebSocket and answers each sign-in with this return code. */
    public static ScriptedServer.Script broker(int code, Instant says) {
        return connection -> {
            HttpHead request = HttpHead.read(connection.getInputStream());
            String key = request.field("sec-websocket-key").orElse("");
            answer(
                    connection,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nDate: "
                            + date(says) + "\r\nSec-WebSocket-Accept: " + accept(key)
                            + "\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n");
            frame(connection.getInputStream());
            connection.getOutputStream().write(new byte[] {(byte) 0x82, 4, 0x20, 2, 0, (byte) code});
            frame(connection.getInputStream());
        };
    }

    private static void frame(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        data.readUnsignedByte();
        int length = data.readUnsignedByte() & 0x7f;
        int bytes = length == 126 ? data.readUnsignedShort() : length;
        data.readFully(new byte[4 + bytes]);
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As HTTP writes it. */
    public static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }

    /** A server that reads a request and answers this. */
    public static ScriptedServer.Script answering(String head) {
        return connection -> {
            HttpHead.read(connection.getInputStream());
            answer(connection, head);
        };
    }

    /** A server that never says a word. */
    public static ScriptedServer.Script silent() {
        return connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** A server that speaks first, and not TLS. */
    public static ScriptedServer.Script plainText() {
        return connection -> {
            answer(connection, "HTTP/1.1 400 No\r\n\r\n");
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** A proxy that lets every connection through to a port here, after this password if it is not empty. */
    public static ScriptedServer.Script proxy(String basic, int port) {
        return connection -> {
            HttpHead request = HttpHead.read(connection.getInputStream());
            if (!request.field("proxy-authorization").orElse("").equals(basic)) {
                answer(connection, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
                return;
            }
            try (Socket beyond = new Socket(InetAddress.getLoopbackAddress(), port)) {
                answer(connection, "HTTP/1.1 200 Open\r\n\r\n");
                Thread back = new Thread(() -> pass(beyond, connection));
                back.setDaemon(true);
                back.start();
                connection.getInputStream().transferTo(beyond.getOutputStream());
            }
        };
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }

    private static void answer(Socket connection, String head) throws IOException {
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
