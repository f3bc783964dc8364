package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the one dataset that begins at an offset: 58 bytes of HEADER, then TEXT. */
final class DatasetReader {
    private static final byte[] MAGIC = "FCS".getBytes(StandardCharsets.US_ASCII);

    /** A petabyte and more: sums of these do not overflow. */
    private static final long LARGEST_OFFSET = 1L << 50;

    private final ByteSource file;

    DatasetReader(ByteSource file) {
        this.file = file;
    }

    /**
     * A dataset, or why there is none, or both if something of it is missing.
     *
     * @param dataset the dataset
     * @param refusal what is wrong
     */
    record Attempt(@Nullable FcsDataset dataset, @Nullable FcsRefusal refusal) {
        static Attempt refused(FcsRefusal refusal) {
            return new Attempt(null, refusal);
        }
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
        if (text.last() - text.first() >= FcsFile.MAX_TEXT_BYTES) {
            return Attempt.refused(FcsRefusal.TEXT_TOO_LONG);
        }
        return read(offset, header, text);
    }

    private Attempt read(long offset, Header header, Extent text) throws IOException {
        int length = (int) (text.last() - text.first() + 1);
        byte[] bytes = file.read(offset + text.first(), length);
        if (bytes.length == 0 && length > 0) {
            return Attempt.refused(FcsRefusal.TEXT_OUTSIDE_FILE);
        }
        boolean cut = bytes.length < length;
        TextSegment.Parsed parsed = TextSegment.parse(bytes, cut);
        Keywords keywords = parsed.keywords();
        if (keywords == null) {
            return new Attempt(null, parsed.refusal());
        }
        FcsDataset dataset = dataset(offset, header, text, keywords);
        return new Attempt(dataset, cut ? FcsRefusal.TEXT_TRUNCATED : problemOf(dataset.data()));
    }

    private FcsDataset dataset(long offset, Header header, Extent text, Keywords keywords) {
        Extent inText = dataInText(keywords);
        Extent data = trusted(header, inText);
        long available = file.size() - offset;
        long end = Math.max(text.last(), data == null ? 0 : data.last()) + 1;
        long next = nextOffset(keywords);
        long trailing = (next > 0 && next < available ? next : available) - end;
        return new FcsDataset(
                offset,
                header.version(),
                keywords,
                text,
                header.data(),
                inText,
                state(data, available, keywords),
                Math.max(0, trailing));
    }

    /** How far behind a dataset's start the next begins; 0 if there is none. */
    static long nextOffset(Keywords keywords) {
        double next = keywords.number("$NEXTDATA").orElse(0);
        return next < LARGEST_OFFSET ? (long) next : LARGEST_OFFSET;
    }

    /** From FCS3.0 on TEXT has the last word on where DATA is, because HEADER has eight digits only. */
    private static @Nullable Extent trusted(Header header, @Nullable Extent inText) {
        boolean textFirst = header.version().compareTo(FcsVersion.FCS3_0) >= 0;
        Extent first = textFirst ? inText : header.data();
        Extent second = textFirst ? header.data() : inText;
        if (first != null && first.isPossible()) {
            return first;
        }
        return second != null && second.isPossible() ? second : null;
    }

    private static FcsDataset.Data state(@Nullable Extent data, long available, Keywords keywords) {
        if (data == null) {
            return keywords.number("$TOT").orElse(-1) == 0 ? FcsDataset.Data.WHOLE : FcsDataset.Data.OFFSETS_BAD;
        }
        // Some writers give the byte behind DATA as its last.
        return data.last() <= available ? FcsDataset.Data.WHOLE : FcsDataset.Data.TRUNCATED;
    }

    private static @Nullable Extent dataInText(Keywords keywords) {
        long first = offset(keywords, "$BEGINDATA");
        long last = offset(keywords, "$ENDDATA");
        return first < 0 || last < 0 || (first == 0 && last == 0) ? null : new Extent(first, last);
    }

    private static long offset(Keywords keywords, String key) {
        double offset = keywords.number(key).orElse(-1);
        return offset >= 0 && offset < LARGEST_OFFSET ? (long) offset : -1;
    }

    private static @Nullable FcsRefusal problemOf(FcsDataset.Data data) {
        return switch (data) {
            case WHOLE -> null;
            case TRUNCATED -> FcsRefusal.DATA_TRUNCATED;
            case OFFSETS_BAD -> FcsRefusal.DATA_OFFSETS_BAD;
        };
    }

    private static FcsRefusal notReadable(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length, MAGIC.length); at++) {
            if (bytes[at] != MAGIC[at]) {
                return FcsRefusal.NOT_FCS;
            }
        }
        return bytes.length < Header.LENGTH ? FcsRefusal.TOO_SHORT : FcsRefusal.VERSION_UNKNOWN;
    }
}
