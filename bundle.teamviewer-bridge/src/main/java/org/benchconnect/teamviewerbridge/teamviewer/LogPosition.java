package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a log was read. A log whose beginning is another one is another log, although it may be as long.
 *
 * @param offset of the first byte that was not read. In bytes
 * @param known how many bytes at the beginning are known, at most {@link #HEAD}
 * @param head the SHA-256 of these
 */
record LogPosition(long offset, int known, String head) {
    /** So much of the beginning is compared. In bytes. */
    static final int HEAD = 256;
    /** The longest text of a position. In bytes. */
    static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile("log 1 ([0-9]{1,15}) ([0-9]{1,3}) ([0-9a-f]{64})\n");

    /** Nothing was read yet. */
    static final LogPosition BEGINNING = new LogPosition(0, 0, digest(new byte[0]));

    /** At this offset of a log that begins so. */
    static LogPosition at(long offset, byte[] beginning) {
        byte[] head = Arrays.copyOf(beginning, (int) Math.min(Math.min(HEAD, beginning.length), offset));
        return new LogPosition(offset, head.length, digest(head));
    }

    /** Whether a log of this length that begins so is the one that was read. */
    boolean isOf(long length, byte[] beginning) {
        return length >= offset && beginning.length >= known && head.equals(digest(Arrays.copyOf(beginning, known)));
    }

    /** As it is kept. */
    byte[] write() {
        return ("log 1 " + offset + " " + known + " " + head + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What {@link #write} wrote; empty if it is anything else. */
    static Optional<LogPosition> read(byte[] kept) {
        Matcher form = FORM.matcher(new String(kept, StandardCharsets.ISO_8859_1));
        if (!form.matches() || Integer.parseInt(form.group(2)) > HEAD) {
            return Optional.empty();
        }
        return Optional.of(
                new LogPosition(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)), form.group(3)));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
