package org.benchconnect.crypto.signature;

import java.time.Instant;

/** The time stamp itself is refused, for the reason that is the cause, where there is one. */
public final class TimeStampRefusedException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    private final boolean ahead;

    TimeStampRefusedException(String expected, String found) {
        super("the time stamp is refused", expected, found, null);
        this.ahead = false;
    }

    /** For one that is later than it is now. */
    TimeStampRefusedException(Instant now, Instant found) {
        super("the time stamp is refused", "a time not after " + now, found.toString(), null);
        this.ahead = true;
    }

    TimeStampRefusedException(CodeSignatureException reason) {
        super("the time stamp is refused because " + reason.rule(), reason.expected(), reason.found(), reason);
        this.ahead = false;
    }

    /** Whether a trusted authority gave it at a time that is yet to come by this PC's clock, so that the clock is wrong. */
    public boolean isAhead() {
        return ahead;
    }
}
