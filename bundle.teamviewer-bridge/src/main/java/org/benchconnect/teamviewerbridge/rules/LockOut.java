package org.benchconnect.teamviewerbridge.rules;

import java.time.Duration;

/**
 * How long a supporter must wait before the next password: the first three tries are free, before the n-th it is 2<sup>n-3</sup> seconds, 7200 at most. So
 * 24 tries take 72990 s, more than 20 hours.
 */
public final class LockOut {
    /** So many tries are free. */
    public static final int FREE = 3;
    /** The longest wait. */
    public static final Duration LONGEST = Duration.ofSeconds(7200);
    /** With so many tries behind, every further one waits for the longest. */
    public static final int SLOWEST = 16;

    private LockOut() {}

    /** Before the next try after so many, from the last one on. */
    public static Duration after(int tries) {
        int exponent = tries + 1 - FREE;
        if (exponent <= 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(exponent, SLOWEST));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
