package org.benchconnect.crypto;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the JDK accepts and we do not: short keys, SHA-1, a host named by CN alone, a certificate without purpose. Applied to
 * every certificate that was sent, except the anchors themselves, whose signature says nothing: the path that the JDK built
 * consists of these and one anchor.
 */
final class CertificateRules {
    /** Server, three intermediates at the most, and the anchor if the server sends it. */
    static final int MAX_CHAIN = 5;

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private final Set<X509Certificate> anchors;

    CertificateRules(Set<X509Certificate> anchors) {
        this.anchors = Set.copyOf(anchors);
    }

    /** Checked before anything is computed. */
    void checkLength(X509Certificate[] chain) throws RefusedCertificateException {
        if (chain.length > MAX_CHAIN) {
            throw new RefusedCertificateException(Flaw.CHAIN_TOO_LONG);
        }
    }

    void check(X509Certificate[] chain) throws RefusedCertificateException {
        for (X509Certificate certificate : chain) {
            checkKey(certificate.getPublicKey());
            if (!anchors.contains(certificate)) {
                checkSignature(certificate);
            }
        }
        checkServer(chain[0]);
    }

    private static void checkKey(PublicKey key) throws RefusedCertificateException {
        boolean strong = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                || key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS
                || key instanceof EdECPublicKey;
        if (!strong) {
            throw new RefusedCertificateException(Flaw.WEAK_KEY);
        }
    }

    private static void checkSignature(X509Certificate certificate) throws RefusedCertificateException {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        // RSASSA-PSS names its digest in the parameters; SHA-1 is the default of that standard.
        boolean weak = algorithm.equals("RSASSA-PSS")
                ? Signatures.isWeakPss(certificate)
                : algorithm.matches("(SHA-?1|MD[0-9]).*");
        if (weak) {
            throw new RefusedCertificateException(Flaw.WEAK_SIGNATURE);
        }
    }

    private static void checkServer(X509Certificate server) throws RefusedCertificateException {
        try {
            List<String> purposes = server.getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(SERVER_AUTH)) {
                throw new RefusedCertificateException(Flaw.WRONG_PURPOSE);
            }
            if (server.getSubjectAlternativeNames() == null) {
                throw new RefusedCertificateException(Flaw.NO_ALTERNATIVE_NAME);
            }
        } catch (CertificateParsingException e) {
            throw new RefusedCertificateException(Flaw.UNTRUSTED, e);
        }
    }
}
