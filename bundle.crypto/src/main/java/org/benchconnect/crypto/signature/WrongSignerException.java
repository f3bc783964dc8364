package org.benchconnect.crypto.signature;

/** The certificate comes from a pinned authority, but is another organisation's: any customer of a public authority has one. */
public final class WrongSignerException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    WrongSignerException(String expected, String found) {
        super("the signer is another organisation", expected, found, null);
    }
}
