package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The 272 bytes at the end of an intact LMD file. Only their length and their first letters are looked at. */
public enum Trailer {
    /** The file is no LMD file of two datasets. */
    NOT_EXPECTED,
    /** There, and of the right length. */
    PRESENT,
    /** Not there. A tool may have stripped it, so this alone is no fault. */
    ABSENT,
    /** It begins, but is not of the right length. */
    BROKEN;

    static final int LENGTH = 272;
    static final byte[] MAGIC = "!@EOFVERSION!1!".getBytes(StandardCharsets.US_ASCII);

    /** Looks behind the last segment of a file's last dataset, where {@code trailing} bytes are left. */
    static Trailer behind(long lastSegment, long trailing, ByteSource file) throws IOException {
        if (trailing >= LENGTH && Arrays.equals(MAGIC, file.read(file.size() - LENGTH, MAGIC.length))) {
            return PRESENT;
        }
        byte[] beginning = file.read(lastSegment, (int) Math.min(trailing, MAGIC.length));
        boolean begun =
                beginning.length > 0 && Arrays.equals(MAGIC, 0, beginning.length, beginning, 0, beginning.length);
        return begun ? BROKEN : ABSENT;
    }
}
