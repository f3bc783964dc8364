package org.benchconnect.ledger.format;

import java.io.IOException;
import java.util.Arrays;

/** Where the bytes of a ledger come from, by position. */
@FunctionalInterface
public interface Bytes {
    /**
     * Bytes from a position on.
     *
     * @param most at most so many; fewer only at the end, none behind it
     */
    byte[] read(long position, int most) throws IOException;

    /** Those of an array, which is not copied. */
    static Bytes of(byte[] all) {
        return (position, most) -> position >= all.length
                ? new byte[0]
                : Arrays.copyOfRange(all, (int) position, (int) Math.min(all.length, position + most));
    }

    /** The first ones alone. */
    default Bytes until(long end) {
        return (position, most) -> read(position, (int) Math.max(0, Math.min(most, end - position)));
    }
}
