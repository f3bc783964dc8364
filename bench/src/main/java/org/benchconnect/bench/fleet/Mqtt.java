package org.benchconnect.bench.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.benchconnect.link.dialect.Message;

/** The packets of MQTT 3.1.1 that a simulated agent writes. Pure. */
final class Mqtt {
    static final int CONNACK = 2;
    static final int PUBACK = 4;

    /** Will, kept, at least once; no clean session (3.1.2.3). */
    private static final int WILL_KEPT_ONCE = 0b0010_1100;

    private static final int KEEP_ALIVE_SECONDS = 230;

    private Mqtt() {}

    /** With a session that stays, and a will. */
    static ByteBuffer connect(String client, Message will) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT".getBytes(StandardCharsets.US_ASCII));
        body.write(4);
        body.write(WILL_KEPT_ONCE);
        number(body, KEEP_ALIVE_SECONDS);
        text(body, client.getBytes(StandardCharsets.US_ASCII));
        text(body, will.topic().getBytes(StandardCharsets.US_ASCII));
        text(body, will.payload());
        return packet(0x10, body);
    }

    /** At least once. */
    static ByteBuffer publish(Message message, int id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, message.topic().getBytes(StandardCharsets.US_ASCII));
        number(body, id);
        body.writeBytes(message.payload());
        return packet(message.retained() ? 0x33 : 0x32, body);
    }

    private static ByteBuffer packet(int first, ByteArrayOutputStream body) {
        ByteBuffer packet = ByteBuffer.allocate(5 + body.size());
        packet.put((byte) first);
        int length = body.size();
        do {
            int digit = length & 0x7F;
            length >>= 7;
            packet.put((byte) (length > 0 ? digit | 0x80 : digit));
        } while (length > 0);
        return packet.put(body.toByteArray()).flip();
    }

    private static void text(ByteArrayOutputStream body, byte[] text) {
        number(body, text.length);
        body.writeBytes(text);
    }

    private static void number(ByteArrayOutputStream body, int number) {
        body.write(number >> 8);
        body.write(number);
    }
}
