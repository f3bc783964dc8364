package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What an agent sends of a screen: RFC 6143 with nothing but raw rectangles. */
final class Picture {
    static final byte[] VERSION = "RFB 003.008\n".getBytes(US_ASCII);
    static final byte[] SECURITY = {1, 1};
    static final byte[] ACCEPTED = new byte[4];

    private Picture() {}

    static byte[] serverInit(int width, int height, byte[] name) {
        return ByteBuffer.allocate(24 + name.length)
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[] {32, 24, 0, 1, 0, (byte) 255, 0, (byte) 255, 0, (byte) 255, 16, 8, 0, 0, 0, 0})
                .putInt(name.length)
                .put(name)
                .array();
    }

    /** An update of one rectangle's header. */
    static byte[] rectangle(int x, int y, int width, int height, int encoding) {
        return ByteBuffer.allocate(16)
                .put(new byte[] {0, 0, 0, 1})
                .putShort((short) x)
                .putShort((short) y)
                .putShort((short) width)
                .putShort((short) height)
                .putInt(encoding)
                .array();
    }

    /** A rectangle of one colour: red, green and blue as noVNC asks for them. */
    static byte[] filled(int width, int height, int red, int green, int blue) {
        byte[] pixels = new byte[width * height * 4];
        for (int i = 0; i < pixels.length; i += 4) {
            pixels[i] = (byte) red;
            pixels[i + 1] = (byte) green;
            pixels[i + 2] = (byte) blue;
        }
        return AgentKeys.join(rectangle(0, 0, width, height, 0), pixels);
    }

    static byte[] cutText(String text) {
        byte[] latin = text.getBytes(ISO_8859_1);
        return AgentKeys.join(
                new byte[] {3, 0, 0, 0},
                ByteBuffer.allocate(4).putInt(latin.length).array(),
                Arrays.copyOf(latin, latin.length));
    }
}
