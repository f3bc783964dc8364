package org.benchconnect.instrument.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that only ever advances, whatever the PC's clock is set to. Its instants compare with each other alone. */
public final class SteadyClock extends Clock {
    private final long start = System.nanoTime();

    /** From now on. */
    public SteadyClock() {}

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - start);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
