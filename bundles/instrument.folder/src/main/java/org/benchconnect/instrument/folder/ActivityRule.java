package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.instrument.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What the files tell of the instrument, fail closed: ACQUIRING while a file grows and for {@code runGap} after the
 * last one grew, so that the pauses of a carousel are none; IDLE only after {@code idleAfter} without growth, of which at
 * least {@code runGap} was watched; UNKNOWN for whatever lies between, and whenever nobody looks.
 *
 * <p>All instants are of a steady clock: setting the PC's clock changes nothing.
 *
 * @param runGap the longest pause between two runs of one worklist
 * @param idleAfter how long nothing must have happened
 * @param blindAfter after how long without a look nothing is known any more: a network share can hang
 */
record ActivityRule(Duration runGap, Duration idleAfter, Duration blindAfter) {

    /**
     * What was seen so far.
     *
     * @param watchedSince since when every look succeeded, or null if the last one failed
     * @param lastGrowth when a file last appeared or changed, files from before the watch by their modification time; null
     *     if there was never one
     * @param lastLook when the folder was last listed
     */
    record Evidence(@Nullable Instant watchedSince, @Nullable Instant lastGrowth, Instant lastLook) {
        /** Nobody has looked. */
        static final Evidence NONE = new Evidence(null, null, Instant.EPOCH);
    }

    Activity at(Instant now, Evidence seen) {
        if (seen.watchedSince() == null || now.isAfter(seen.lastLook().plus(blindAfter))) {
            return Activity.UNKNOWN;
        }
        // a folder without any file tells as much as one whose last file came just before the watch
        Instant quietSince = seen.lastGrowth() != null ? seen.lastGrowth() : seen.watchedSince();
        if (seen.lastGrowth() != null && now.isBefore(quietSince.plus(runGap))) {
            return Activity.ACQUIRING;
        }
        boolean watchedEnough = !now.isBefore(seen.watchedSince().plus(runGap));
        boolean quietEnough = now.isAfter(quietSince.plus(idleAfter));
        return watchedEnough && quietEnough ? Activity.IDLE : Activity.UNKNOWN;
    }
}
