package org.benchconnect.teamviewerbridge.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of tries, in ASCII: {@code benchconnect-tries 1 <floor>}, then {@code <certificate> <count>} a line, sorted, each line with U+000A, then
 * {@code end <number of lines between>}.
 */
public final class TriesText {
    /** Longer than with {@link Tries#MOST} lines. In bytes. */
    public static final int LONGEST = 1024 * 1024;

    private static final Pattern FIRST = Pattern.compile("benchconnect-tries 1 (0|16)");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (0|[1-9][0-9]{0,6})");

    private TriesText() {}

    /** As it is written. */
    public static byte[] write(Tries tries) {
        StringBuilder text = new StringBuilder("benchconnect-tries 1 " + tries.floor() + "\n");
        new TreeMap<>(tries.byCertificate())
                .forEach((certificate, count) ->
                        text.append(certificate).append(' ').append(count).append('\n'));
        return text.append("end ")
                .append(tries.byCertificate().size())
                .append('\n')
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What is written there; empty if it is anything else. */
    public static Optional<Tries> read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        Matcher first = FIRST.matcher(lines[0]);
        if (lines.length < 3 || !first.matches()) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 1; i < lines.length - 2; i++) {
            Matcher line = LINE.matcher(lines[i]);
            if (!line.matches() || counts.put(line.group(1), Integer.parseInt(line.group(2))) != null) {
                return Optional.empty();
            }
        }
        Tries read = new Tries(counts, Integer.parseInt(first.group(1)));
        // One way to write it: what is not exactly that was changed.
        return Arrays.equals(write(read), bytes) && counts.size() <= Tries.MOST ? Optional.of(read) : Optional.empty();
    }
}
