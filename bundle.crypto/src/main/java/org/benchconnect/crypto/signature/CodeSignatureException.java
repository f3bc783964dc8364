package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A code-signing signature is refused; each kind is one broken rule. The message says it to a person. */
public abstract sealed class CodeSignatureException extends Exception
        permits NotSignedException,
                MalformedSignatureException,
                BrokenSignatureException,
                WeakSignatureException,
                UntrustedSignerException,
                WrongPurposeException,
                WrongSignerException,
                CertificateNotValidAtException,
                RevokedSignerException,
                NoTimeStampException,
                TimeStampRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    CodeSignatureException(String sentence, String expected, String found, @Nullable Throwable cause) {
        super(sentence + ": expected " + expected + ", found " + found, cause);
        this.expected = expected;
        this.found = found;
    }

    /** What the rule asks for. */
    public final String expected() {
        return expected;
    }

    /** What was there instead. */
    public final String found() {
        return found;
    }
}
