package org.benchconnect.upgrade.tuf;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How long after its expiry timestamp, snapshot and targets metadata is still taken. {@link #NONE} everywhere, except while an
 * administrator has opened an offline window for a PC that gets its releases on a USB stick. It never covers root metadata,
 * a rollback, a wrong signature or a wrong hash.
 */
public final class OfflineTolerance {
    /** Expired is expired. */
    public static final OfflineTolerance NONE = new OfflineTolerance(Duration.ZERO, use -> {});

    /** The longest tolerance there is. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private final Duration most;
    private final Consumer<Use> recorder;

    private OfflineTolerance(Duration most, Consumer<Use> recorder) {
        this.most = most;
        this.recorder = recorder;
    }

    /**
     * Expired metadata passed only because of the window.
     *
     * @param role which
     * @param expired when it expired
     * @param now the time of this refresh
     */
    public record Use(String role, Instant expired, Instant now) {}

    /**
     * A tolerance.
     *
     * @param most at most {@link #LONGEST}, not negative
     * @param recorder told of each use before the metadata counts; if it throws, nothing is taken
     */
    public static OfflineTolerance of(Duration most, Consumer<Use> recorder) {
        if (most.isNegative() || most.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an offline tolerance is 0 to " + LONGEST.toDays() + " days");
        }
        return new OfflineTolerance(most, recorder);
    }

    /** The same, which tells another of each use as well. */
    public OfflineTolerance telling(Consumer<Use> another) {
        return most.isZero() ? this : new OfflineTolerance(most, recorder.andThen(another));
    }

    /** Whether metadata that expired at this time still passes now; a pass is recorded. */
    boolean covers(String role, Instant expires, Instant now) {
        if (most.isZero() || now.isAfter(expires.plus(most))) {
            return false;
        }
        recorder.accept(new Use(role, expires, now));
        return true;
    }
}
