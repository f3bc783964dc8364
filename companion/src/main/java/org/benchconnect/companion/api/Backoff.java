package org.benchconnect.companion.api;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next connect: 1 s, doubling to 30 s, with jitter of a quarter, so that the companions of a PC do not knock together. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait, three quarters to five quarters of the step; the step after it is twice as long. */
    Duration next() {
        Duration wait = next.multipliedBy(75 + random.nextInt(51)).dividedBy(100);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }

    /** An event came: the next trouble is a new one. */
    void reset() {
        next = FIRST;
    }
}
