package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last 272 bytes of an intact LMD file. Only their length and their first letters are looked at. */
public enum Trailer {
    /** The file is no LMD file of two datasets. */
    NOT_EXPECTED,
    /** There, and whole; a tool that copied the file may have padded it behind. */
    PRESENT,
    /** Not there. A tool may have stripped it, so this alone is no fault. */
    ABSENT,
    /** It begins, but is cut. */
    BROKEN;

    static final int LENGTH = 272;
    static final byte[] MAGIC = "!@EOFVERSION!1!".getBytes(StandardCharsets.US_ASCII);

    /** Looks behind the last segment of a file's last dataset, where {@code trailing} bytes are left. */
    static Trailer behind(long lastSegment, long trailing, ByteSource file) throws IOException {
        byte[] beginning = file.read(lastSegment, (int) Math.min(trailing, MAGIC.length));
        boolean begun =
                beginning.length > 0 && Arrays.equals(MAGIC, 0, beginning.length, beginning, 0, beginning.length);
        if (begun) {
            return trailing >= LENGTH ? PRESENT : BROKEN;
        }
        boolean atEnd = trailing >= LENGTH && Arrays.equals(MAGIC, file.read(file.size() - LENGTH, MAGIC.length));
        return atEnd ? PRESENT : ABSENT;
    }
}
