package org.benchconnect.upgrade.tuf;

/** A file has more bytes than the client is ready to read, or than was announced. */
public final class TooLongException extends UntrustedMetadataException {
    private final long expected;

    TooLongException(String what, long expected) {
        super(what, what + " has more than the " + expected + " bytes allowed; reading stopped there.");
        this.expected = expected;
    }

    /** The most bytes allowed. */
    public long expected() {
        return expected;
    }
}
