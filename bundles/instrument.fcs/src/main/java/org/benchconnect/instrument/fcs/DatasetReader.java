package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads 58 bytes of HEADER and then TEXT of the datasets of a file, one after the other. */
final class DatasetReader {
    private static final byte[] MAGIC = "FCS".getBytes(StandardCharsets.US_ASCII);

    private final ByteSource file;
    private int textBytesLeft = FcsFile.MAX_ALL_TEXT_BYTES;

    DatasetReader(ByteSource file) {
        this.file = file;
    }

    /**
     * What HEADER and TEXT say.
     *
     * @param header the HEADER
     * @param text where TEXT is
     * @param keywords of TEXT
     * @param cut whether the file ends within TEXT
     */
    record Found(Header header, Extent text, Keywords keywords, boolean cut) {}

    /**
     * One of the two.
     *
     * @param found what was found
     * @param refusal why there is nothing
     */
    record Attempt(@Nullable Found found, @Nullable FcsRefusal refusal) {
        static Attempt refused(FcsRefusal refusal) {
            return new Attempt(null, refusal);
        }
    }

    /** Whether a dataset begins here, readable or not. */
    boolean begins(long offset) throws IOException {
        byte[] bytes = file.read(offset, MAGIC.length);
        return bytes.length > 0 && isMagic(bytes);
    }

    Attempt read(long offset) throws IOException {
        byte[] bytes = file.read(offset, Header.LENGTH);
        FcsVersion version = bytes.length < Header.LENGTH ? null : FcsVersion.at(bytes);
        if (version == null) {
            return Attempt.refused(notReadable(bytes));
        }
        Header header = Header.of(bytes, version);
        Extent text = header.text();
        if (text == null || !text.isPossible()) {
            return Attempt.refused(FcsRefusal.HEADER_UNREADABLE);
        }
        if (text.length() > Math.min(FcsFile.MAX_TEXT_BYTES, textBytesLeft)) {
            return Attempt.refused(FcsRefusal.TEXT_TOO_LONG);
        }
        return read(offset, header, text);
    }

    private Attempt read(long offset, Header header, Extent text) throws IOException {
        int length = (int) text.length();
        byte[] bytes = file.read(offset + text.first(), length);
        textBytesLeft -= bytes.length;
        if (bytes.length == 0 && length > 0) {
            return Attempt.refused(FcsRefusal.TEXT_OUTSIDE_FILE);
        }
        boolean cut = bytes.length < length;
        TextSegment.Parsed parsed = TextSegment.parse(bytes, cut);
        Keywords keywords = parsed.keywords();
        if (keywords == null) {
            return new Attempt(null, cut ? FcsRefusal.TEXT_TRUNCATED : parsed.refusal());
        }
        return new Attempt(new Found(header, text, keywords, cut), null);
    }

    private static FcsRefusal notReadable(byte[] bytes) {
        if (!isMagic(bytes)) {
            return FcsRefusal.NOT_FCS;
        }
        return bytes.length < Header.LENGTH ? FcsRefusal.TOO_SHORT : FcsRefusal.VERSION_UNKNOWN;
    }

    /** Whether these bytes, as far as they are there, are the first of a dataset. */
    private static boolean isMagic(byte[] bytes) {
        int length = Math.min(bytes.length, MAGIC.length);
        return Arrays.equals(bytes, 0, length, MAGIC, 0, length);
    }
}
