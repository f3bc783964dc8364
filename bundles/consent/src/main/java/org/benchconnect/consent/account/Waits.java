package org.benchconnect.consent.account;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Since when whom no PIN is taken of, by a clock that only runs forward and that nobody can set. A restart begins each wait anew: it makes
 * waits longer, never shorter. Guarded by who owns it.
 */
final class Waits {
    private final LongSupplier nanos;
    private final Map<String, Long> since = new HashMap<>();

    /** With {@link System#nanoTime}, or a test's. */
    Waits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A wrong one was counted just now. */
    void begin(String whom) {
        since.put(whom, nanos.getAsLong());
    }

    /** The right one. */
    void end(String whom) {
        since.remove(whom);
    }

    /** How long yet; zero if one is taken now. A count whose beginning this process has not seen begins now. */
    Duration remaining(String whom, int wrong) {
        Duration whole = LockOut.after(wrong);
        if (whole.isZero()) {
            return Duration.ZERO;
        }
        long begun = since.computeIfAbsent(whom, unseen -> nanos.getAsLong());
        Duration left = whole.minusNanos(nanos.getAsLong() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
