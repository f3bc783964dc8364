package org.benchconnect.link.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One MQTT 3.1.1 packet.
 *
 * @param type its type, 1 to 14
 * @param flags the low half of its first byte
 * @param body what follows its length
 */
record Packet(int type, int flags, byte[] body) {
    static final int CONNECT = 1;
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBSCRIBE = 8;
    static final int SUBACK = 9;
    static final int PINGREQ = 12;
    static final int PINGRESP = 13;
    static final int DISCONNECT = 14;

    static Packet read(Frames in) throws IOException {
        int first = in.read(1)[0] & 0xFF;
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.read(1)[0] & 0xFF;
            length |= (part & 0x7F) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        return new Packet(first >> 4, first & 0x0F, in.read(length));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(type << 4 | flags);
        int length = body.length;
        do {
            bytes.write(length > 127 ? length & 0x7F | 0x80 : length);
            length >>= 7;
        } while (length > 0);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** To a client. */
    static Packet publish(String topic, byte[] payload, int quality, int id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        body.write(name.length >> 8);
        body.write(name.length);
        body.writeBytes(name);
        if (quality > 0) {
            body.write(id >> 8);
            body.write(id);
        }
        body.writeBytes(payload);
        return new Packet(PUBLISH, quality << 1, body.toByteArray());
    }

    /** Walks through a body. */
    static final class Walk {
        private final byte[] body;
        private int at;

        Walk(Packet packet) {
            this.body = packet.body();
        }

        int one() {
            return body[at++] & 0xFF;
        }

        int two() {
            return one() << 8 | one();
        }

        byte[] field() {
            int length = two();
            at += length;
            return Arrays.copyOfRange(body, at - length, at);
        }

        String text() {
            return new String(field(), StandardCharsets.UTF_8);
        }

        boolean hasMore() {
            return at < body.length;
        }

        byte[] rest() {
            return Arrays.copyOfRange(body, at, body.length);
        }
    }
}
