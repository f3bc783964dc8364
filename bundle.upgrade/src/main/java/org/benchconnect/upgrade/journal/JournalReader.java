package org.benchconnect.upgrade.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of a journal up to the first line that is none. Pure; never throws for what the bytes say. */
final class JournalReader {
    private JournalReader() {}

    /**
     * What could be read.
     *
     * @param entries in their order
     * @param length of the bytes that they take, with the ends of their lines
     * @param rest what comes behind
     */
    record Read(List<Entry> entries, int length, Rest rest) {
        Read {
            entries = List.copyOf(entries);
        }
    }

    /** What is behind the last line that is right. */
    enum Rest {
        /** Nothing. */
        NONE,
        /** What a loss of power left of one line: no right line is behind it. */
        TORN,
        /** Something with a right line behind it: no loss of power does that. */
        DAMAGED
    }

    static Read read(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        int length = 0;
        while (length < bytes.length) {
            int end = end(bytes, length);
            if (end < 0 || !add(bytes, length, end, entries)) {
                return new Read(entries, length, rest(bytes, end));
            }
            length = end + 1;
        }
        return new Read(entries, length, Rest.NONE);
    }

    private static Rest rest(byte[] bytes, int firstEnd) {
        List<Entry> behind = new ArrayList<>();
        for (int from = firstEnd + 1; firstEnd >= 0 && from < bytes.length; ) {
            int end = end(bytes, from);
            if (end < 0) {
                break;
            }
            if (add(bytes, from, end, behind)) {
                return Rest.DAMAGED;
            }
            from = end + 1;
        }
        return Rest.TORN;
    }

    private static boolean add(byte[] bytes, int from, int end, List<Entry> entries) {
        try {
            entries.add(JournalLine.parse(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1)));
            return true;
        } catch (MalformedLineException e) {
            return false;
        }
    }

    private static int end(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
