package org.benchconnect.upgrade.tuf;

/** A file has another length than signed metadata says (5.5.2, 5.6.2, 5.7.2). */
public final class WrongLengthException extends UntrustedMetadataException {
    private final long expected;
    private final long found;

    WrongLengthException(String what, long expected, long found) {
        super(what, what + " has " + found + " bytes instead of " + expected + ": it was changed or cut off.");
        this.expected = expected;
        this.found = found;
    }

    /** Bytes, as signed. */
    public long expected() {
        return expected;
    }

    /** Bytes, as received. */
    public long found() {
        return found;
    }
}
