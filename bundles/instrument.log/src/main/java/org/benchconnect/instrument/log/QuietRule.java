package org.benchconnect.instrument.log;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.instrument.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells of the instrument, fail closed: what its lines say, where the table has rules for busy and idle; else, where the laboratory knows that the log is quiet
 * only when the instrument is, ACQUIRING while it grows and IDLE when it has been quiet for long enough. UNKNOWN whenever nobody looks or there is more to read.
 *
 * @param bySaying whether the table tells
 * @param quiet how long; zero if that proves nothing
 * @param blindAfter after how long without a look nothing is known any more
 */
record QuietRule(boolean bySaying, Duration quiet, Duration blindAfter) {
    /**
     * What was seen so far; instants of a steady clock.
     *
     * @param since since when every look succeeded, or null if the last one failed
     * @param growth when the log last grew, or null
     * @param look when it was last looked at
     * @param caughtUp whether all that is there was read: no file is left out, none refused to be opened
     * @param said what the lines said last
     */
    record Seen(@Nullable Instant since, @Nullable Instant growth, Instant look, boolean caughtUp, Activity said) {
        /** Nobody has looked. */
        static final Seen NOTHING = new Seen(null, null, Instant.EPOCH, false, Activity.UNKNOWN);
    }

    Activity at(Instant now, Seen seen) {
        if (seen.since() == null || now.isAfter(seen.look().plus(blindAfter))) {
            return Activity.UNKNOWN;
        } else if (bySaying) {
            return seen.caughtUp() || seen.said() != Activity.IDLE ? seen.said() : Activity.UNKNOWN;
        } else if (quiet.isZero()) {
            return Activity.UNKNOWN;
        } else if (seen.growth() != null && now.isBefore(seen.growth().plus(quiet))) {
            return Activity.ACQUIRING;
        }
        boolean enough = !now.isBefore(seen.since().plus(quiet));
        return enough && seen.caughtUp() ? Activity.IDLE : Activity.UNKNOWN;
    }
}
