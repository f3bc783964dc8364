package org.benchconnect.engine.rfb.filter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The messages that go to a desktop server, written from their values. */
public final class ClientMessage {
    static final int SET_PIXEL_FORMAT = 0;
    static final int SET_ENCODINGS = 2;
    static final int UPDATE_REQUEST = 3;
    static final int KEY = 4;
    static final int POINTER = 5;
    static final int CUT_TEXT = 6;

    private ClientMessage() {}

    /** RFC 6143, section 7.5.1. */
    public static byte[] pixelFormat(PixelFormat format) {
        ByteBuffer out = ByteBuffer.allocate(4 + PixelFormat.LENGTH).put(0, (byte) SET_PIXEL_FORMAT);
        format.write(out.position(4));
        return out.array();
    }

    /** RFC 6143, section 7.5.3. */
    public static byte[] updateRequest(boolean incremental, int x, int y, int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(10);
        out.put((byte) UPDATE_REQUEST).put((byte) (incremental ? 1 : 0));
        out.putShort((short) x).putShort((short) y).putShort((short) width).putShort((short) height);
        return out.array();
    }

    /** RFC 6143, section 7.5.4. */
    public static byte[] key(boolean down, int keysym) {
        return ByteBuffer.allocate(8)
                .put((byte) KEY)
                .put((byte) (down ? 1 : 0))
                .putShort((short) 0)
                .putInt(keysym)
                .array();
    }

    /** RFC 6143, section 7.5.5. */
    public static byte[] pointer(int buttons, int x, int y) {
        return ByteBuffer.allocate(6)
                .put((byte) POINTER)
                .put((byte) buttons)
                .putShort((short) x)
                .putShort((short) y)
                .array();
    }

    /** RFC 6143, section 7.5.6. */
    public static byte[] cutText(byte[] latin1) {
        return ByteBuffer.allocate(8 + latin1.length)
                .putInt(0, CUT_TEXT << 24)
                .putInt(4, latin1.length)
                .put(8, latin1)
                .array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
