package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** No path of valid certificates leads from the signer to a pinned authority. */
public final class UntrustedSignerException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    UntrustedSignerException(String expected, String found) {
        this(expected, found, null);
    }

    UntrustedSignerException(String expected, String found, @Nullable Throwable cause) {
        super("the signer's certificate comes from no trusted authority", expected, found, cause);
    }
}
