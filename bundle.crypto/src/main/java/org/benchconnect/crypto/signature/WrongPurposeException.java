package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A certificate was not issued for this purpose. */
public final class WrongPurposeException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    WrongPurposeException(String expected, String found) {
        this(expected, found, null);
    }

    WrongPurposeException(String expected, String found, @Nullable Throwable cause) {
        super("a certificate was issued for another purpose", expected, found, cause);
    }
}
