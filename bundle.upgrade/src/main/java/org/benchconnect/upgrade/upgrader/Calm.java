package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether nothing was in the way at all looks of the last two seconds: an instrument between two samples is idle for an instant. Instants are those of a steady clock. For one
 * thread at a time.
 */
final class Calm {
    private static final Duration LASTS = Duration.ofSeconds(2);
    private static final Duration GAP =
            Duration.ofMillis(1500); // between two looks, which take up to 600 ms: without one nobody knows

    private Optional<Instant> since = Optional.empty();
    private Instant looked = Instant.MIN;

    /** A look. */
    void saw(boolean free, Instant now) {
        boolean watched = since.isPresent() && !looked.plus(GAP).isBefore(now);
        since = !free ? Optional.empty() : watched ? since : Optional.of(now);
        looked = now;
    }

    /** As of the newest look. */
    boolean isLongEnough() {
        return since.filter(begun -> !begun.plus(LASTS).isAfter(looked)).isPresent();
    }
}
