package org.benchconnect.engine.rfb.channel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A handshake message: one byte of type, then fields in fixed order, each two bytes of length (big endian) and so many bytes; nothing after them. */
final class Fields {
    /** A field of any length, also none. */
    static final int ANY = -1;

    private static final int MOST = 0xFFFF;

    private Fields() {}

    static byte[] write(int type, byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        for (byte[] field : fields) {
            append(out, field);
        }
        return out.toByteArray();
    }

    static void append(ByteArrayOutputStream out, byte[] field) {
        if (field.length > MOST) {
            throw new IllegalArgumentException("a field has at most " + MOST + " bytes");
        }
        out.write(field.length >> 8);
        out.write(field.length);
        out.writeBytes(field);
    }

    /** @param lengths of each field in bytes, or {@link #ANY} */
    static byte[][] read(int type, byte[] message, int... lengths) throws MalformedHandshakeException {
        ByteBuffer in = ByteBuffer.wrap(message);
        if (!in.hasRemaining() || in.get() != type) {
            throw new MalformedHandshakeException("a message of type " + type, "another");
        }
        byte[][] fields = new byte[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            fields[i] = next(in, lengths[i]);
        }
        if (in.hasRemaining()) {
            throw new MalformedHandshakeException("the end of the message", in.remaining() + " bytes more");
        }
        return fields;
    }

    /** The next field. */
    static byte[] next(ByteBuffer in, int wanted) throws MalformedHandshakeException {
        int length = in.remaining() < 2 ? -1 : Short.toUnsignedInt(in.getShort());
        if (length < 0 || length > in.remaining()) {
            throw new MalformedHandshakeException("a whole field", in.remaining() + " bytes");
        }
        if (wanted != ANY && length != wanted) {
            throw new MalformedHandshakeException("a field of " + wanted + " bytes", length + " bytes");
        }
        byte[] field = new byte[length];
        in.get(field);
        return field;
    }

    static void requireEqual(byte[] expected, byte[] found, String what) throws MalformedHandshakeException {
        if (!Arrays.equals(expected, found)) {
            throw new MalformedHandshakeException(what, "something else");
        }
    }
}
