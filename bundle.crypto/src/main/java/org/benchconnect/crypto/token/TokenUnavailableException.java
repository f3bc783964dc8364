package org.benchconnect.crypto.token;

/** A PKCS#11 library does not say which tokens it has. */
public final class TokenUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    TokenUnavailableException(String message) {
        super(message);
    }

    TokenUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
