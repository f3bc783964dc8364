package org.benchconnect.crypto;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** What this PC offers in a handshake, and shows: TLS 1.3 and 1.2 with ECDHE and AEAD only. */
final class TlsOffer {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };

    private TlsOffer() {}

    /**
     * For connections that are decided by this trust.
     *
     * @param keys what is shown to a server that asks; none: nothing
     */
    static SSLContext context(StrictTrust trust, KeyManager... keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            // An empty list of key managers shows nothing; null would be the JDK's default key store.
            context.init(keys, new TrustManager[] {trust}, null);
            // A resumed session shows no certificate: within this second only, so that each connection is decided anew.
            context.getClientSessionContext().setSessionTimeout(1);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }

    /** Versions, suites and algorithms, with the host name checked as HTTPS does (RFC 2818, 3.1). */
    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(SUITES.clone(), PROTOCOLS.clone());
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setAlgorithmConstraints(new AllowedAlgorithms());
        return parameters;
    }
}
