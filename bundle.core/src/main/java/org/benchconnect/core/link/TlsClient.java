package org.benchconnect.core.link;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.osgi.annotation.versioning.ProviderType;

/** The hardened TLS client: versions, cipher suites, trust anchors and checks of certificates. */
@ProviderType
public interface TlsClient {
    /** A context that trusts the vendor profile's authorities and no other, and shows nobody who this PC is. */
    SSLContext context();

    /**
     * The same, and a server that asks gets this PC's certificate, where one is configured. For the service side's broker alone, and only while
     * {@link #clientCertificate} may connect.
     */
    default SSLContext brokerContext() {
        return context();
    }

    /** How the certificate for the broker is, read anew at each call: files of some kilobytes. */
    default ClientCertificate clientCertificate() {
        return ClientCertificate.NONE;
    }

    /** TLS 1.3 and 1.2, ECDHE with AEAD only, the host checked. A new object at each call. */
    SSLParameters parameters();
}
