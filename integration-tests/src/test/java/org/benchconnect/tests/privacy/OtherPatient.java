package org.benchconnect.tests.privacy;

import java.nio.charset.StandardCharsets;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.Run;

/** The same run of the instrument with the specimen of somebody else: every denied value is another of the same length. */
final class OtherPatient {
    private OtherPatient() {}

    /**
     * Each letter is another of the alphabet, each digit another digit.
     *
     * @param which of the others, 1 to 9
     */
    static byte[] in(byte[] file, Run run, int which) {
        return in(file, Invented.values(run), which);
    }

    /** The same with other values that are denied. */
    static byte[] in(byte[] file, Iterable<String> values, int which) {
        byte[] changed = file.clone();
        for (String value : values) {
            byte[] written = value.replace("\\", "\\\\").getBytes(StandardCharsets.ISO_8859_1);
            for (int at = indexOf(file, written, 0); at >= 0; at = indexOf(file, written, at + 1)) {
                for (int index = 0; index < written.length; index++) {
                    changed[at + index] = other(written[index], which);
                }
            }
        }
        return changed;
    }

    /** Another value of the same length; {@code which} 0 is the value itself. */
    static String of(String value, int which) {
        StringBuilder other = new StringBuilder();
        value.chars()
                .forEach(letter -> other.append(letter < 128 ? (char) other((byte) letter, which) : (char) letter));
        return other.toString();
    }

    private static byte other(byte letter, int which) {
        if (letter >= 'a' && letter <= 'z') {
            return (byte) ('a' + (letter - 'a' + which) % 26);
        } else if (letter >= 'A' && letter <= 'Z') {
            return (byte) ('A' + (letter - 'A' + which) % 26);
        } else if (letter >= '0' && letter <= '9') {
            return (byte) ('0' + (letter - '0' + which) % 10);
        }
        return letter;
    }

    static int indexOf(byte[] hay, byte[] needle, int from) {
        for (int at = from; at + needle.length <= hay.length; at++) {
            int same = 0;
            while (same < needle.length && hay[at + same] == needle[same]) {
                same++;
            }
            if (same == needle.length) {
                return at;
            }
        }
        return -1;
    }
}
