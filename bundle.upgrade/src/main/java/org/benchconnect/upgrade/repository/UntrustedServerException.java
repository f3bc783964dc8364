package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** No trusted TLS connection to the server came about. The cause says which check failed. */
public final class UntrustedServerException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String host;

    UntrustedServerException(String host, Exception cause) {
        super(
                RefusedFor.SOURCE,
                "The server " + Printable.of(host)
                        + " is not trusted: no TLS connection with a certificate of an authority"
                        + " in the file of trust-anchors, section tls, came about.");
        initCause(cause);
        this.host = host;
    }

    /** The host that was asked for. */
    public String host() {
        return host;
    }
}
