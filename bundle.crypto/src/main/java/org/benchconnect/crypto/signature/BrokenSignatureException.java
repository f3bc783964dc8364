package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** The signature does not belong to these bytes: one or the other was changed. */
public final class BrokenSignatureException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    BrokenSignatureException(String expected, String found) {
        this(expected, found, null);
    }

    BrokenSignatureException(String expected, String found, @Nullable Throwable cause) {
        super("the document or its signature was changed after signing", expected, found, cause);
    }
}
