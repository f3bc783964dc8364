package org.benchconnect.tests.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The PC's clock, which somebody can set wrong. */
final class HeldClock extends Clock {
    private volatile Duration wrong = Duration.ZERO;

    void wrongBy(Duration offset) {
        wrong = offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(wrong);
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
