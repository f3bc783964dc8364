package org.benchconnect.instrument.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How often a rule matched lately: the time of its count in {@link #PARTS} parts, so that the time is kept to a sixteenth and a million matches need no more room than one.
 * Mutable; used by one thread.
 */
final class Tally {
    private static final int PARTS = 16;
    /** Numbers of one tally in a row. */
    static final int NUMBERS = 5 + PARTS;
    /** Nothing is counted beyond. */
    private static final double MOST = 1e9;

    private final double key;
    private final long partSeconds;
    /** Whether the condition is said to be so. */
    boolean raised;
    /** Seconds since 1970. */
    long lastMatch;
    /** Seconds since 1970. */
    long lastTold;

    private long newestPart;
    private final double[] counts = new double[PARTS];

    Tally(String code, Duration within) {
        this.key = key(code);
        this.partSeconds = Math.max(1, (within.toSeconds() + PARTS - 1) / PARTS);
    }

    /** Tells codes apart, exactly as a double. */
    private static double key(String code) {
        long hash = 7;
        for (int i = 0; i < code.length(); i++) {
            hash = (hash * 1_000_003 + code.charAt(i)) & ((1L << 52) - 1);
        }
        return hash;
    }

    /** Takes what a row says of this code, if it says anything. */
    void read(List<Double> row) {
        for (int i = 0; i + NUMBERS <= row.size(); i += NUMBERS) {
            if (row.get(i) == key) {
                raised = row.get(i + 1) != 0;
                lastMatch = row.get(i + 2).longValue();
                lastTold = row.get(i + 3).longValue();
                newestPart = row.get(i + 4).longValue();
                for (int part = 0; part < PARTS; part++) {
                    counts[part] = row.get(i + 5 + part);
                }
            }
        }
    }

    List<Double> row() {
        List<Double> row = new ArrayList<>(
                List.of(key, raised ? 1.0 : 0.0, (double) lastMatch, (double) lastTold, (double) newestPart));
        for (double count : counts) {
            row.add(count);
        }
        return Collections.unmodifiableList(row);
    }

    /** One more match at this second since 1970. */
    void count(long second) {
        long part = Math.floorDiv(second, partSeconds);
        if (part > newestPart) {
            forget(part);
        }
        if (part > newestPart - PARTS) {
            int index = (int) Math.floorMod(part, (long) PARTS);
            counts[index] = Math.min(MOST, counts[index] + 1);
        }
        lastMatch = Math.max(lastMatch, second);
    }

    /** How many within the time that ends with this second. */
    double within(long second) {
        long part = Math.floorDiv(second, partSeconds);
        if (part > newestPart) {
            forget(part);
        }
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    private void forget(long part) {
        long from = Math.max(newestPart + 1, part - PARTS + 1);
        for (long passed = from; passed <= part; passed++) {
            counts[(int) Math.floorMod(passed, (long) PARTS)] = 0;
        }
        newestPart = part;
    }

    /** The PC's clock was set back: nothing may have been later than this second, or it would count, and keep still, until the clock is there again. */
    void notAfter(long second) {
        long part = Math.floorDiv(second, partSeconds);
        if (newestPart > part) {
            double all = within(second);
            Arrays.fill(counts, 0);
            newestPart = part;
            counts[(int) Math.floorMod(part, (long) PARTS)] = Math.min(MOST, all);
        }
        lastMatch = Math.min(lastMatch, second);
        lastTold = Math.min(lastTold, second);
    }

    /** The condition is over: it counts anew. */
    void over() {
        raised = false;
        Arrays.fill(counts, 0);
    }
}
