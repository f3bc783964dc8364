package org.benchconnect.upgrade.tuf;

/** Signed metadata names a role or a file that the metadata around it does not list, or no longer lists (5.5.5, 5.6). */
public final class MissingMetadataException extends UntrustedMetadataException {
    private final String expected;

    MissingMetadataException(String what, String expected) {
        super(what, what + " is missing in " + expected + ": the release is incomplete or was tampered with.");
        this.expected = expected;
    }

    /** Where it had to be listed. */
    public String expected() {
        return expected;
    }
}
