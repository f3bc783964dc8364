package org.benchconnect.upgrade.tuf;

import java.time.Instant;

/** Metadata is past its expiry: the repository is neglected, or somebody replays an old state of it (5.3.10, 5.4.4, 5.5.6, 5.6.5). */
public final class ExpiredMetadataException extends UntrustedMetadataException {
    private final Instant expected;
    private final Instant found;

    ExpiredMetadataException(String role, Instant expected, Instant found) {
        super(
                role,
                "The " + role + " metadata expired at " + expected + " and it is now " + found
                        + ": the repository is out of date or being held back, or the clock of this PC is wrong.");
        this.expected = expected;
        this.found = found;
    }

    /** Until when it was valid. */
    public Instant expected() {
        return expected;
    }

    /** The time of this refresh. */
    public Instant found() {
        return found;
    }
}
