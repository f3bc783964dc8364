package org.benchconnect.crypto;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** A server's certificate was refused. The message has nothing of the certificate. */
final class RefusedCertificateException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    RefusedCertificateException(Flaw flaw) {
        this(flaw, null);
    }

    RefusedCertificateException(Flaw flaw, @Nullable Throwable cause) {
        super("server's certificate refused, " + flaw.name() + ": " + flaw.remedy(), cause);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
