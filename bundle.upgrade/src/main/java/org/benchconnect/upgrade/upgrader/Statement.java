package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A person's "idle, I looked": counts for 15 minutes at the most, whatever becomes of the PC's clock meanwhile. Safe for any thread. */
final class Statement {
    private static final Duration MOST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Clock steady;
    private volatile Optional<Said> said = Optional.empty();

    /** Until when, by the PC's clock for people and by the steady one. */
    private record Said(Instant until, Instant steadyUntil) {}

    Statement(Clock clock, Clock steady) {
        this.clock = clock;
        this.steady = steady;
    }

    /** It counts until then. */
    void counts(Instant until) {
        Instant now = clock.instant();
        Duration asked = Duration.between(now, until);
        Duration counts = asked.compareTo(MOST) > 0 ? MOST : asked;
        said = Optional.of(new Said(now.plus(counts), steady.instant().plus(counts)));
    }

    /** Whether it counts now. */
    boolean counts() {
        return said.filter(one -> steady.instant().isBefore(one.steadyUntil())).isPresent();
    }

    /** Until when; empty if none counts. */
    Optional<Instant> until() {
        return said.filter(one -> steady.instant().isBefore(one.steadyUntil())).map(Said::until);
    }
}
