package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** There is no signature: nothing, something else than CMS SignedData, or one without a signer. */
public final class NotSignedException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    NotSignedException(String expected, String found) {
        this(expected, found, null);
    }

    NotSignedException(String expected, String found, @Nullable Throwable cause) {
        super("the document is not signed", expected, found, cause);
    }
}
