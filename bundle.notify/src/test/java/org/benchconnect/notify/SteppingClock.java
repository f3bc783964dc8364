package org.benchconnect.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that goes only when it is told to. */
final class SteppingClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    SteppingClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** At noon of today in UTC: the real store, whose clock is the real one, forgets what is years old. */
    static SteppingClock todayAtNoon() {
        Instant midnight = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS);
        return new SteppingClock(midnight.plus(Duration.ofHours(12)), ZoneOffset.UTC);
    }

    void step(Duration by) {
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
