package org.benchconnect.teamviewerbridge.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time within a session: never below the ledger's when it began, and never slower than the monotonic clock since, so that nobody who sets the clock of this PC back
 * makes an old list of supporters new. Any thread.
 *
 * @param began by the ledger
 * @param beganNanos the monotonic clock then
 * @param clock of this PC
 * @param nanos the monotonic clock
 */
record SessionClock(Instant began, long beganNanos, InstantSource clock, LongSupplier nanos) {
    /** Now. */
    Instant now() {
        Instant least = at(nanos.getAsLong());
        Instant said = clock.instant();
        return said.isBefore(least) ? least : said;
    }

    /** When the monotonic clock shows this. */
    Instant at(long reading) {
        return began.plusNanos(reading - beganNanos);
    }

    /** How long it has lasted. */
    Duration lasted() {
        return Duration.ofNanos(nanos.getAsLong() - beganNanos);
    }
}
