package org.benchconnect.crypto.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.benchconnect.crypto.token.TokenSlot;

/**
 * Which token it is, wherever it is plugged in. In a blob: 32 bytes of label and 16 of serial number, UTF-8, padded with spaces, as
 * the token itself tells them.
 *
 * @param label given when the token was made
 * @param serial given by its maker
 */
record TokenName(String label, String serial) {
    static final int LENGTH = 48;

    private static final int LABEL = 32;

    static TokenName of(TokenSlot slot) {
        return new TokenName(slot.label(), slot.serial());
    }

    /** Reads what {@link #toBytes} wrote at the beginning of these bytes. */
    static TokenName in(byte[] bytes) {
        return new TokenName(text(bytes, 0, LABEL), text(bytes, LABEL, LENGTH));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).stripTrailing();
    }

    byte[] toBytes() {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) ' ');
        put(label, bytes, 0, LABEL);
        put(serial, bytes, LABEL, LENGTH);
        return bytes;
    }

    private static void put(String text, byte[] bytes, int from, int to) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, from, Math.min(encoded.length, to - from));
    }

    boolean names(TokenSlot slot) {
        return slot.isToken(label, serial);
    }
}
