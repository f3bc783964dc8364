package org.benchconnect.upgrade.tuf;

/** A file has more bytes than the client is ready to read, or than was announced. */
public final class TooLongException extends UntrustedMetadataException {
    private final long expected;
    private final boolean stated;

    /** For a file that is longer than its limit, or than the length that signed metadata states. */
    TooLongException(String what, long expected, boolean stated) {
        super(
                what,
                what + " has more than the " + expected + (stated ? " bytes stated" : " bytes allowed")
                        + "; reading stopped there.");
        this.expected = expected;
        this.stated = stated;
    }

    /** Whether signed metadata states that length: then bytes were added, whatever their number. */
    public boolean isStated() {
        return stated;
    }

    /** The most bytes allowed. */
    public long expected() {
        return expected;
    }
}
