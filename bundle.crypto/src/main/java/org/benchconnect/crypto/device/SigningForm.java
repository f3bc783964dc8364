package org.benchconnect.crypto.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The two forms of what the device's key signs. Their first lines differ, so nothing that is signed in one form can be read in the other,
 * and a purpose ends with its line, so none can be read as another with a longer message.
 */
final class SigningForm {
    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    /** As the launcher reads it. */
    private static final Pattern LIST = Pattern.compile("benchconnect-signed-list 1\n"
            + "kind (generation|grants)\n"
            + "serial [1-9][0-9]{0,17}\n"
            + "base [0-9a-f]{64}\n"
            + "list [0-9a-f]{64}\n");

    private static final int MAX_LIST_BYTES = 512;

    private SigningForm() {}

    /** A message for a purpose. */
    static byte[] message(String purpose, byte[] message) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose has 1 to 64 characters of a to z, 0 to 9, dot and hyphen");
        }
        byte[] head = ("benchconnect-signed-message 1\npurpose " + purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + message.length)
                .put(head)
                .put(message)
                .array();
    }

    /** The lines of a list's signature, and nothing else. */
    static byte[] list(byte[] lines) {
        if (lines.length > MAX_LIST_BYTES
                || !LIST.matcher(new String(lines, StandardCharsets.ISO_8859_1)).matches()) {
            throw new IllegalArgumentException("these are not the lines of a list's signature");
        }
        return lines.clone();
    }
}
