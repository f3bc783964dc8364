package org.benchconnect.consent.lease;

import java.time.Clock;

/** The real leases without a framework. In this package, because that is who may make them. */
public final class LeasesOf {
    private LeasesOf() {}

    /** Of an agent that starts now; nobody looks after time. */
    public static HeldLeases started(Clock clock) {
        return new HeldLeases(clock, () -> 0);
    }
}
