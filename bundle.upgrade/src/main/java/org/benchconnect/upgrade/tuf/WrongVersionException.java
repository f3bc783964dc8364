package org.benchconnect.upgrade.tuf;

/** Metadata has another version than the one that the metadata above it, or the chain of roots, asks for (5.3.5, 5.5.4, 5.6.4). */
public final class WrongVersionException extends UntrustedMetadataException {
    private final long expected;
    private final long found;

    WrongVersionException(String role, long expected, long found) {
        super(
                role,
                "The " + role + " metadata has version " + found + " where version " + expected
                        + " is required: files of different releases were mixed.");
        this.expected = expected;
        this.found = found;
    }

    /** The version asked for. */
    public long expected() {
        return expected;
    }

    /** The version that it has. */
    public long found() {
        return found;
    }
}
