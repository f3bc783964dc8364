package org.benchconnect.upgrade.tuf;

/** Metadata is older than what this PC has already trusted (5.4.3, 5.5.5). */
public final class RolledBackException extends UntrustedMetadataException {
    private final long expected;
    private final long found;

    RolledBackException(String role, long expected, long found) {
        super(
                role,
                "The " + role + " metadata went back to version " + found + " although version " + expected
                        + " is already known: an old release is being replayed.");
        this.expected = expected;
        this.found = found;
    }

    /** The lowest version that may be taken. */
    public long expected() {
        return expected;
    }

    /** The version offered. */
    public long found() {
        return found;
    }
}
