package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a source is asked: first 2 to 10 minutes after the start, then so often as the settings say, each time up to a tenth earlier or later, so that a laboratory's PCs
 * do not ask together. A hint brings a look within two minutes, one in ten minutes at most; a hint that comes sooner waits for that. Never two looks at once. Instants are
 * those of a steady clock. Not safe for several threads by itself.
 */
final class Watch {
    private static final Duration FIRST_AT_LEAST = Duration.ofMinutes(2);
    private static final Duration FIRST_SPREAD = Duration.ofMinutes(8);
    private static final Duration HINT_SPREAD = Duration.ofMinutes(2);
    private static final Duration BETWEEN_HINTED = Duration.ofMinutes(10);
    private static final double JITTER = 0.1;

    private final Optional<Duration> every;
    private final RandomGenerator random;
    private Instant next;
    private Optional<Instant> hinted = Optional.empty(); // the newest look that a hint brought, or will
    private boolean looking;

    /** @param every empty: never by itself, whatever hints come */
    Watch(Optional<Duration> every, Instant start, RandomGenerator random) {
        this.every = every;
        this.random = random;
        this.next = start.plus(FIRST_AT_LEAST).plus(within(FIRST_SPREAD));
    }

    /** Whether a look begins now. */
    boolean isDue(Instant now) {
        return every.isPresent() && !looking && !now.isBefore(next);
    }

    /** A look begins, asked for by whomever. */
    void begins() {
        looking = true;
    }

    /** It ended, well or not. A look that a hint wants later still comes. */
    void ended(Instant now) {
        looking = false;
        Instant usual = now.plus(every.map(this::jittered).orElse(Duration.ZERO));
        next = hinted.filter(look -> look.isAfter(now) && look.isBefore(usual)).orElse(usual);
    }

    /** Something may be new. */
    void soon(Instant now) {
        if (hinted.isPresent() && hinted.get().isAfter(now)) {
            return; // one is coming
        }
        Instant wanted = now.plus(within(HINT_SPREAD));
        Instant allowed = hinted.map(last -> last.plus(BETWEEN_HINTED)).orElse(wanted);
        Instant look = wanted.isBefore(allowed) ? allowed : wanted;
        hinted = Optional.of(look);
        next = next.isBefore(look) ? next : look;
    }

    private Duration jittered(Duration usual) {
        return usual.plusMillis((long) (usual.toMillis() * JITTER * (2 * random.nextDouble() - 1)));
    }

    private Duration within(Duration spread) {
        return Duration.ofMillis((long) (spread.toMillis() * random.nextDouble()));
    }
}
