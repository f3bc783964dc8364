package org.benchconnect.instrument.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a log is written. */
public enum LogEncoding {
    /** By its byte order mark, else by where its first bytes are zero, else UTF-8 with Windows-1252 for lines that are no UTF-8. */
    AUTO,
    /** UTF-8; a line that is none is read as Windows-1252. */
    UTF_8,
    /** UTF-16, the low byte first, as Windows writes it. */
    UTF_16LE,
    /** UTF-16, the high byte first. */
    UTF_16BE,
    /** Windows-1252, the old code page of western Europe. */
    WINDOWS_1252,
    /** Each byte a character: protocols with control characters. */
    BYTES;

    private static final Charset CP1252 = Charset.forName("windows-1252");
    /** So many characters are enough to tell UTF-16 by its zeros. */
    private static final int PROBE = 64;

    /** The encoding of a name in the settings; AUTO if it is none. */
    public static LogEncoding named(@Nullable String name) {
        for (LogEncoding encoding : values()) {
            if (name != null && encoding.name().equals(name.strip())) {
                return encoding;
            }
        }
        return AUTO;
    }

    /** What a file that begins like this is written in; AUTO never comes out. */
    LogEncoding of(byte[] head, int length) {
        if (this != AUTO) {
            return this;
        }
        if (length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return UTF_16LE;
        } else if (length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return UTF_16BE;
        }
        int[] zeros = new int[2];
        int probed = Math.min(length, PROBE) / 2 * 2;
        for (int i = 0; i < probed; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > probed / 4 && zeros[0] == 0) {
            return UTF_16LE;
        }
        return zeros[0] > probed / 4 && zeros[1] == 0 ? UTF_16BE : UTF_8;
    }

    /** Bytes of one unit, which a new line is made of. */
    int unit() {
        return this == UTF_16LE || this == UTF_16BE ? 2 : 1;
    }

    /** Whether a line ends with the unit at this place. */
    boolean endsAt(byte[] bytes, int at) {
        return switch (this) {
            case UTF_16LE -> bytes[at] == '\n' && bytes[at + 1] == 0;
            case UTF_16BE -> bytes[at] == 0 && bytes[at + 1] == '\n';
            default -> bytes[at] == '\n';
        };
    }

    /** The characters of a line; what cannot be decoded is replaced, never refused. */
    String decode(byte[] bytes, int from, int to) {
        return switch (this) {
            case UTF_16LE -> new String(bytes, from, to - from, StandardCharsets.UTF_16LE);
            case UTF_16BE -> new String(bytes, from, to - from, StandardCharsets.UTF_16BE);
            case WINDOWS_1252 -> new String(bytes, from, to - from, CP1252);
            case BYTES -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            default -> utf8(bytes, from, to);
        };
    }

    private static String utf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        if (i == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, from, to - from, CP1252);
        }
    }
}
