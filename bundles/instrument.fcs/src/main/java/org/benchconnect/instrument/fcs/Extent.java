package org.benchconnect.instrument.fcs;

/**
 * Where a segment is, as the file declares it: in bytes from the start of its dataset. Nothing here promises that the file is
 * that long.
 *
 * @param first the first byte
 * @param last the last byte; {@code first - 1} if the segment is empty
 */
public record Extent(long first, long last) {
    /** How many bytes it has; 0 if it is empty. */
    long length() {
        return last - first + 1;
    }

    /** Whether a segment could be there: behind the HEADER, and not of negative length. */
    boolean isPossible() {
        return first >= Header.LENGTH && last >= first - 1;
    }
}
