package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a file was read, and how it is known again whatever it is called: by digests of its first bytes and of those before the position, each 48 bits, keyed with a secret of
 * this PC, so that nothing of a line can be told from them. A file written anew under the same name does not fit; one that was renamed or copied does.
 *
 * @param head digest of the first {@code headLength} bytes
 * @param headLength how many, 0 to {@link #HEAD}
 * @param tail digest of the {@link #TAIL} bytes before the position, or fewer at the begin
 * @param offset the position in bytes
 * @param skipping whether the rest of a line that was passed over comes next
 */
record Footing(long head, int headLength, long tail, long offset, boolean skipping) {
    /** Bytes that tell a file from others: beyond what a program writes into each log's begin. */
    static final int HEAD = 1024;
    /** Bytes before the position. */
    static final int TAIL = 256;
    /** Numbers of one footing in a row. */
    static final int NUMBERS = 5;
    /** The most in a row. */
    static final int MOST = 800;

    /** Reads a row; one that is not understood is none. */
    static List<Footing> read(List<Double> row) {
        List<Footing> footings = new ArrayList<>();
        if (row.size() % NUMBERS == 0) {
            for (int i = 0; i < row.size(); i += NUMBERS) {
                footings.add(new Footing(
                        row.get(i).longValue(),
                        Math.max(0, Math.min(HEAD, row.get(i + 1).intValue())),
                        row.get(i + 2).longValue(),
                        Math.max(0, row.get(i + 3).longValue()),
                        row.get(i + 4) != 0));
            }
        }
        return footings;
    }

    /** As a row of memory; of too many the first. */
    static List<Double> row(List<Footing> footings) {
        List<Double> row = new ArrayList<>();
        footings.stream().limit(MOST).forEach(footing -> {
            row.add((double) footing.head);
            row.add((double) footing.headLength);
            row.add((double) footing.tail);
            row.add((double) footing.offset);
            row.add(footing.skipping ? 1.0 : 0.0);
        });
        return row;
    }
}
