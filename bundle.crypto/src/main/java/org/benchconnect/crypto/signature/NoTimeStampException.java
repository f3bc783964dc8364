package org.benchconnect.crypto.signature;

/** The signature has no time stamp, so that nobody can tell whether its certificate was valid then. */
public final class NoTimeStampException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    NoTimeStampException() {
        super("the signature has no time stamp", "one of RFC 3161", "none", null);
    }
}
