package org.benchconnect.link.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The PC's time, which never goes back while the agent runs: setting the clock back does not bring an expired command to life. If the clock was wrong and ahead, commands
 * are refused as late until the right time has caught up, or the agent starts anew. Safe for any thread.
 */
final class AdvancingClock {
    private final Clock wall;
    private final Clock steady;
    private Instant wallThen;
    private Instant steadyThen;

    AdvancingClock(Clock wall, Clock steady) {
        this.wall = wall;
        this.steady = steady;
        this.wallThen = wall.instant();
        this.steadyThen = steady.instant();
    }

    synchronized Instant now() {
        Instant steadyNow = steady.instant();
        Instant least = wallThen.plus(Duration.between(steadyThen, steadyNow));
        Instant wallNow = wall.instant();
        wallThen = wallNow.isAfter(least) ? wallNow : least;
        steadyThen = steadyNow;
        return wallThen;
    }
}
