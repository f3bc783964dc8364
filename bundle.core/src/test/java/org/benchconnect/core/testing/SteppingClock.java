package org.benchconnect.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that moves when it is told to, and only then. Any thread. */
public final class SteppingClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    /** Begins at this time, in UTC. */
    public SteppingClock(Instant now) {
        this(now, ZoneOffset.UTC);
    }

    /** Begins at this time. */
    public SteppingClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** At noon of today in UTC: the real store, whose clock is the real one, forgets what is years old. */
    public static SteppingClock todayAtNoon() {
        Instant midnight = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS);
        return new SteppingClock(midnight.plus(Duration.ofHours(12)));
    }

    /** Lets time pass; backwards, if it is negative. */
    public void step(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteppingClock(now, other);
    }
}
