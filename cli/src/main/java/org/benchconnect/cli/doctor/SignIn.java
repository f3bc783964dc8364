package org.benchconnect.cli.doctor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One CONNECT of MQTT 3.1.1 (3.1) in one frame of WebSocket (RFC 6455, 5), and what the broker returns. Under a name of its own and with a clean session, so that the
 * agent's connection and session stay as they are.
 */
final class SignIn {
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x8;
    private static final int CONNACK = 0x20;
    private static final int MASKED = 0x80;
    private static final int LONGEST_SHORT = 125;
    private static final int MOST_FRAMES = 8;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Socket socket;
    private final SecureRandom random = new SecureRandom();

    SignIn(Socket socket) {
        this.socket = socket;
    }

    /**
     * Signs in, and leaves.
     *
     * @param user or null for none
     * @param password of the user, in UTF-8; empty for none
     */
    void tryOut(String client, @Nullable String user, byte[] password, Limits limits) throws BlockedException {
        try (Guard guard = new Guard(socket, limits)) {
            byte[] connect = connect(client, user, password);
            try {
                send(connect);
            } finally {
                Arrays.fill(connect, (byte) 0);
            }
            int code = returned(new DataInputStream(socket.getInputStream()));
            if (code != 0) {
                throw new BlockedException(cause(code), Map.of("code", Integer.toString(code)));
            }
            // DISCONNECT, 3.14
            send(new byte[] {(byte) 0xe0, 0});
        } catch (IOException e) {
            throw new BlockedException(Cause.MQTT_SILENT, Map.of());
        }
    }

    /** Table 3.1. */
    static Cause cause(int code) {
        return switch (code) {
            case 2 -> Cause.MQTT_CLIENT_REFUSED;
            case 3 -> Cause.MQTT_BUSY;
            case 4, 5 -> Cause.MQTT_REFUSED;
            default -> Cause.NOT_MQTT;
        };
    }

    private static byte[] connect(String client, @Nullable String user, byte[] password) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT".getBytes(StandardCharsets.US_ASCII));
        body.write(4);
        body.write(0x02 | (user == null ? 0 : 0x80) | (password.length == 0 ? 0 : 0x40));
        body.write(0);
        body.write(KEEP_ALIVE_SECONDS);
        text(body, client.getBytes(StandardCharsets.UTF_8));
        if (user != null) {
            text(body, user.getBytes(StandardCharsets.UTF_8));
        }
        if (password.length > 0) {
            text(body, password);
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        int left = body.size();
        do {
            packet.write(left % 128 | (left > 127 ? 128 : 0));
            left /= 128;
        } while (left > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, byte[] text) {
        out.write(text.length >> 8);
        out.write(text.length);
        out.writeBytes(text);
    }

    private void send(byte[] payload) throws IOException {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(BINARY);
        if (payload.length <= LONGEST_SHORT) {
            frame.write(MASKED | payload.length);
        } else {
            frame.write(MASKED | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** The return code of the CONNACK, which may come in several frames and between pings. */
    private static int returned(DataInputStream in) throws IOException, BlockedException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        for (int i = 0; i < MOST_FRAMES && packet.size() < 4; i++) {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte();
            if (length > LONGEST_SHORT) {
                throw new BlockedException(Cause.NOT_MQTT, Map.of());
            }
            byte[] payload = in.readNBytes(length);
            if (opcode == CLOSE) {
                break;
            }
            if (opcode <= 2) {
                packet.writeBytes(payload);
            }
        }
        byte[] answer = packet.toByteArray();
        if (answer.length == 0) {
            throw new IOException("the broker hung up");
        }
        if (answer.length < 4 || (answer[0] & 0xff) != CONNACK || answer[1] != 2) {
            throw new BlockedException(Cause.NOT_MQTT, Map.of());
        }
        return answer[3] & 0xff;
    }
}
