package org.benchconnect.teamviewerbridge.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Two clocks: one that anybody can set, and one that only runs. */
final class TestTime extends Clock {
    private Instant shown;
    private long nanos;

    TestTime(Instant shown, long nanos) {
        this.shown = shown;
        this.nanos = nanos;
    }

    void pass(Duration time) {
        shown = shown.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the clock. */
    void set(Instant other) {
        shown = other;
    }

    /** The machine starts again: its monotonic clock begins anywhere. */
    void restart(long from) {
        nanos = from;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return shown;
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
