package org.benchconnect.instrument.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time of which a millisecond passes with each question. */
final class TickingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
        now = now.plusMillis(1);
        return now;
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
