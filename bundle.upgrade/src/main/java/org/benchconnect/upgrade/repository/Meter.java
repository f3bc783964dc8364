package org.benchconnect.upgrade.repository;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts what comes out of one source, and its time. Not for several threads at once. */
final class Meter {
    private final Caps caps;
    private final LongSupplier nanos;
    private final long opened;
    private long total;

    /**
     * For one source.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    Meter(Caps caps, LongSupplier nanos) {
        this.caps = caps;
        this.nanos = nanos;
        this.opened = nanos.getAsLong();
    }

    Caps caps() {
        return caps;
    }

    /** Called before something new is asked for. */
    void checkTime() throws SlowSourceException {
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - opened);
        if (elapsed.compareTo(caps.longest()) > 0) {
            throw new SlowSourceException(
                    "everything within " + caps.longest().toMinutes() + " minutes",
                    "no end after " + elapsed.toMinutes() + " minutes");
        }
    }

    /** Called for each piece that was read. */
    void add(long bytes) throws OversizedException {
        total += bytes;
        if (total > caps.totalBytes()) {
            throw new OversizedException("Everything that is read from a source together", caps.totalBytes(), total);
        }
    }

    /** For the next answer of a server. */
    Pace pace() {
        return new Pace(this);
    }

    /** One answer: whether it keeps the least rate. */
    static final class Pace {
        private final Meter meter;
        private final long begun;
        private long bytes;

        private Pace(Meter meter) {
            this.meter = meter;
            this.begun = meter.nanos.getAsLong();
        }

        /** Called for each piece that was read. */
        void add(long piece) throws SlowSourceException, OversizedException {
            meter.add(piece);
            meter.checkTime();
            bytes += piece;
            Caps caps = meter.caps;
            double seconds = (meter.nanos.getAsLong() - begun) / 1e9;
            if (seconds > caps.grace().toSeconds() && bytes < caps.leastBytesPerSecond() * seconds) {
                throw new SlowSourceException(
                        caps.leastBytesPerSecond() + " bytes a second", bytes + " bytes in " + (long) seconds + " s");
            }
        }
    }
}
