package org.benchconnect.consent.account;

import java.time.Duration;

/**
 * How long no PIN is taken after wrong ones in a row: two are free, the third makes 30 s, each further one twice as long, 1 hour at most. So ten
 * thousand guesses take more than a year. Pure.
 */
final class LockOut {
    static final int FREE = 2;
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int DOUBLINGS = 7; // 30 s times 2^7 is more than an hour

    private LockOut() {}

    /** From the last one on. */
    static Duration after(int wrong) {
        if (wrong <= FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(wrong - FREE - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
