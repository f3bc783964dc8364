package org.benchconnect.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The authorities that are trusted, and no other: the JDK's own list is never read.
 *
 * @param certificates theirs; empty to trust nobody
 */
record TrustAnchors(Set<X509Certificate> certificates) {
    /** More than any vendor profile has, in bytes. */
    private static final int MAX_FILE = 1024 * 1024;

    TrustAnchors {
        certificates = Set.copyOf(certificates);
    }

    /** Nobody. */
    static TrustAnchors none() {
        return new TrustAnchors(Set.of());
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IOException if it cannot be read
     * @throws CertificateException if it is anything but certificates, or has none
     */
    static TrustAnchors read(Path pem) throws IOException, CertificateException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(pem)) {
            bytes = in.readNBytes(MAX_FILE + 1);
        }
        if (bytes.length > MAX_FILE) {
            throw new CertificateException("more than " + MAX_FILE + " bytes");
        }
        Set<X509Certificate> found = new LinkedHashSet<>();
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            found.add((X509Certificate) certificate);
        }
        if (found.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return new TrustAnchors(found);
    }

    /** When the first of them expires; empty if there is none. */
    Optional<Instant> nextExpiry() {
        return certificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder());
    }

    /** As the JDK's path check takes them: any path length, no name constraints of our own. */
    Set<TrustAnchor> asPkix() {
        return certificates.stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toSet());
    }

    /** The JDK's check of path and host against these authorities. Revocation is not asked for: {@link Revocation} does that. */
    X509ExtendedTrustManager pathCheck() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            if (certificates.isEmpty()) {
                // PKIX parameters need an anchor; an empty key store is how the JDK says nobody. Null would be its
                // cacerts.
                KeyStore nobody = KeyStore.getInstance("PKCS12");
                nobody.load(null, null);
                factory.init(nobody);
            } else {
                PKIXBuilderParameters parameters = new PKIXBuilderParameters(asPkix(), new X509CertSelector());
                parameters.setRevocationEnabled(false);
                parameters.setMaxPathLength(CertificateRules.MAX_CHAIN - 2);
                factory.init(new CertPathTrustManagerParameters(parameters));
            }
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("this Java runtime has no PKIX trust manager");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime has no PKIX trust manager", e);
        }
    }
}
