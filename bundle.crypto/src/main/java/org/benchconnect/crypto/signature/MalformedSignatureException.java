package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** The signature breaks a rule of its format (RFC 5652, X.690), or of what we take of it. */
public final class MalformedSignatureException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    MalformedSignatureException(String expected, String found) {
        this(expected, found, null);
    }

    MalformedSignatureException(String expected, String found, @Nullable Throwable cause) {
        super("the signature is malformed", expected, found, cause);
    }
}
