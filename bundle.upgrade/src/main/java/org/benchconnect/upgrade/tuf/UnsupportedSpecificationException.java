package org.benchconnect.upgrade.tuf;

/** Metadata follows another major version of the specification (4.3). */
public final class UnsupportedSpecificationException extends UntrustedMetadataException {
    private final String expected;
    private final String found;

    UnsupportedSpecificationException(String role, String expected, String found) {
        super(
                role,
                "The " + role + " metadata follows version " + found
                        + " of the TUF specification; this client understands " + expected + ".");
        this.expected = expected;
        this.found = found;
    }

    /** The versions this client understands. */
    public String expected() {
        return expected;
    }

    /** The version that the metadata names. */
    public String found() {
        return found;
    }
}
