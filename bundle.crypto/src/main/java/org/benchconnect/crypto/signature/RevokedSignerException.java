package org.benchconnect.crypto.signature;

/** A certificate was revoked by the authority that issued it. */
public final class RevokedSignerException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    RevokedSignerException(String found) {
        super("a certificate of the signature was revoked", "no revocation that counts at that time", found, null);
    }
}
