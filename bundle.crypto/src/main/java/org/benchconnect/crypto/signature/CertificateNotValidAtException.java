package org.benchconnect.crypto.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** A certificate was not valid when the document was signed, by its time stamp. */
public final class CertificateNotValidAtException extends CodeSignatureException {
    private static final long serialVersionUID = 1L;

    private final Instant at;
    private final Instant notBefore;
    private final Instant notAfter;

    CertificateNotValidAtException(Instant at, X509Certificate certificate) {
        super(
                "a certificate was not valid at the time of the time stamp",
                certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant(),
                at.toString(),
                null);
        this.at = at;
        this.notBefore = certificate.getNotBefore().toInstant();
        this.notAfter = certificate.getNotAfter().toInstant();
    }

    /** When it should have been valid. */
    public Instant at() {
        return at;
    }

    /** From when it is valid. */
    public Instant notBefore() {
        return notBefore;
    }

    /** Until when it is valid. */
    public Instant notAfter() {
        return notAfter;
    }
}
