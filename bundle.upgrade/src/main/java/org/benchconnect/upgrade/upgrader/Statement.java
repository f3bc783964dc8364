package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Hindrance;

/**
 * A person's "idle, I looked": counts for 15 minutes at the most, by whichever clock says first that they are over, for one change of the generation, and not beyond the
 * first acquisition that is seen. Safe for any thread.
 */
final class Statement {
    private static final Duration MOST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Clock steady;
    private Optional<Said> said = Optional.empty();

    /** Until when, by the PC's clock and by the steady one, which stands still while the PC sleeps. */
    private record Said(Instant until, Instant steadyUntil) {}

    Statement(Clock clock, Clock steady) {
        this.clock = clock;
        this.steady = steady;
    }

    /** It counts until then. */
    synchronized void counts(Instant until) {
        Instant now = clock.instant();
        Duration asked = Duration.between(now, until);
        Duration counts = asked.compareTo(MOST) > 0 ? MOST : asked;
        said = Optional.of(new Said(now.plus(counts), steady.instant().plus(counts)));
    }

    /** Whether it counts now. */
    synchronized boolean counts() {
        return until().isPresent();
    }

    /** Until when; empty if none counts. */
    synchronized Optional<Instant> until() {
        Optional<Said> now = said.filter(one ->
                steady.instant().isBefore(one.steadyUntil()) && clock.instant().isBefore(one.until()));
        if (now.isEmpty()) {
            said = Optional.empty(); // for good, whatever becomes of a clock
        }
        return now.map(Said::until);
    }

    /** What was seen since: an instrument that acquires was not looked at afterwards. */
    synchronized void sees(List<Hindrance> hindrances) {
        if (hindrances.stream().anyMatch(one -> one.reason() == Hindrance.Reason.ACQUIRING)) {
            ends();
        }
    }

    /** It counts no more. */
    synchronized void ends() {
        said = Optional.empty();
    }
}
