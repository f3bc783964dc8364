package org.benchconnect.upgrade.tuf;

/** A file has another hash than signed metadata says (5.5.2, 5.6.2, 5.7.2). */
public final class WrongHashException extends UntrustedMetadataException {
    private final String algorithm;
    private final String expected;
    private final String found;

    WrongHashException(String what, String algorithm, String expected, String found) {
        super(
                what,
                what + " has the " + algorithm + " " + found + " instead of " + expected + ": its bytes were changed.");
        this.algorithm = algorithm;
        this.expected = expected;
        this.found = found;
    }

    /** The hash algorithm, sha256 or sha512. */
    public String algorithm() {
        return algorithm;
    }

    /** Lower-case hex, as signed. */
    public String expected() {
        return expected;
    }

    /** Lower-case hex, as received. */
    public String found() {
        return found;
    }
}
