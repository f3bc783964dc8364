package org.benchconnect.crypto.signature;

/** A signing key cannot be used: no such file, token or alias, a wrong password, or a key that is refused. */
public final class KeyUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyUnavailableException(String message) {
        super(message);
    }

    KeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
