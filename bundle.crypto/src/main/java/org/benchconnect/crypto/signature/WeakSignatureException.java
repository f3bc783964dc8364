package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A digest, an algorithm or a key is too weak, or not one that we know. */
public final class WeakSignatureException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    WeakSignatureException(String expected, String found) {
        this(expected, found, null);
    }

    WeakSignatureException(String expected, String found, @Nullable Throwable cause) {
        super("the signature is too weak", expected, found, cause);
    }
}
