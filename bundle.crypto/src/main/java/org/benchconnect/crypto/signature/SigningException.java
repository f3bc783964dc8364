package org.benchconnect.crypto.signature;

/** A key did not sign: its token refused, or what came out is not its signature. */
public final class SigningException extends Exception {
    private static final long serialVersionUID = 1L;

    SigningException(String message) {
        super(message);
    }

    SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
