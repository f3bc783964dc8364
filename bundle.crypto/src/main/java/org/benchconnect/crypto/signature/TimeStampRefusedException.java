package org.benchconnect.crypto.signature;

/** The time stamp itself is refused, for the reason that is the cause, where there is one. */
public final class TimeStampRefusedException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    TimeStampRefusedException(String expected, String found) {
        super("the time stamp is refused", expected, found, null);
    }

    TimeStampRefusedException(CodeSignatureException reason) {
        super("the time stamp is refused because " + reason.rule(), reason.expected(), reason.found(), reason);
    }
}
