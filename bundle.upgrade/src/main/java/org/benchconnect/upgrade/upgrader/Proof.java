package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The time in which a new generation has to show that it is well, with a look every two seconds. For one thread. */
final class Proof {
    private final Health health;
    private final Clock steady;
    private final Instant since;
    private final Instant begun;
    private Instant next;
    private boolean fresh;

    /** Begins now. */
    Proof(Baseline before, Clock clock, Clock steady, Duration lasts) {
        this.steady = steady;
        this.since = steady.instant();
        this.begun = clock.instant();
        this.next = since;
        this.health = new Health(before, next, lasts);
    }

    /** Looks if it is time; the reason to go back, if there is one. */
    Optional<WentBackFor> look(Supplier<HealthLook> looks) {
        Instant now = steady.instant();
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        next = now.plus(Health.BETWEEN);
        fresh = true;
        return health.judge(looks.get(), now);
    }

    /** Whether the newest look showed that it has been well for long enough; once for each look. */
    boolean isDone() {
        boolean done = fresh && health.isProven(steady.instant());
        fresh = false;
        return done;
    }

    /** When that is, by the PC's clock, if all stays well. */
    Instant provenAt() {
        return begun.plus(Duration.between(since, health.proven()));
    }
}
