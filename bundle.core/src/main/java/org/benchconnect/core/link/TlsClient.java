package org.benchconnect.core.link;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.osgi.annotation.versioning.ProviderType;

/** The hardened TLS client: versions, cipher suites, trust anchors and checks of certificates. */
@ProviderType
public interface TlsClient {
    /** A context that trusts the vendor profile's authorities and no other. */
    SSLContext context();

    /** TLS 1.3 and 1.2, ECDHE with AEAD only, the host checked. A new object at each call. */
    SSLParameters parameters();
}
