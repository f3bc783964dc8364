package org.benchconnect.consent.question;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A monotonic clock that the test moves. */
public final class Ticks implements LongSupplier {
    private final AtomicLong now = new AtomicLong(-5_000_000_000L); // such a clock can begin anywhere

    @Override
    public long getAsLong() {
        return now.get();
    }

    /** Time goes by. */
    public void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
