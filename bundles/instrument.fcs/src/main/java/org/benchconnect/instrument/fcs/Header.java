package org.benchconnect.instrument.fcs;

import org.jspecify.annotations.Nullable;

/**
 * The first 58 bytes of a dataset: version, four blanks, and six numbers of eight bytes each, of which the first four say where
 * TEXT and DATA are. The numbers come right-justified, left-justified, with leading zeros, blank, or with NULs or tabs. The last two,
 * for ANALYSIS, are not looked at.
 *
 * @param version the version
 * @param text where TEXT is, or null if it does not say
 * @param data where DATA is, or null if it does not say: DATA behind 99 999 999 bytes is told in TEXT only
 */
record Header(FcsVersion version, @Nullable Extent text, @Nullable Extent data) {
    static final int LENGTH = 58;

    private static final int FIRST_FIELD = 10;
    private static final int FIELD = 8;

    /** The header of these 58 bytes; their version must be known. */
    static Header of(byte[] bytes, FcsVersion version) {
        return new Header(version, extent(bytes, 0), extent(bytes, 2));
    }

    private static @Nullable Extent extent(byte[] bytes, int field) {
        long first = number(bytes, field);
        long last = number(bytes, field + 1);
        return first < 0 || last < 0 || (first == 0 && last == 0) ? null : new Extent(first, last);
    }

    /** The number of a field, or -1 if it is blank or none. */
    private static long number(byte[] bytes, int field) {
        int from = FIRST_FIELD + field * FIELD;
        int to = from + FIELD;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        long number = from < to ? 0 : -1;
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static boolean isBlank(byte letter) {
        return letter >= 0 && letter <= ' ';
    }
}
