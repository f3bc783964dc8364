package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** Something is longer than it may be, or never ends. */
public final class OversizedException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long found;

    OversizedException(String what, long expected, long found) {
        super(
                RefusedFor.TOO_LARGE,
                what + " must have at most " + expected + " bytes, but there are " + found + " or more.");
        this.expected = expected;
        this.found = found;
    }

    /** The most that is read, in bytes. */
    public long expected() {
        return expected;
    }

    /** How many there are, at least. */
    public long found() {
        return found;
    }
}
