package org.benchconnect.crypto;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK accepts and we do not: short keys, SHA-1, a host named by CN alone, a wildcard that is
 * too wide, a certificate without purpose. Applied to
 * every certificate that was sent, except the anchors themselves, whose signature says nothing: the path that the JDK built
 * consists of these and one anchor.
 */
final class CertificateRules {
    /** Server, three intermediates at the most, and the anchor if the server sends it. */
    static final int MAX_CHAIN = 5;

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;
    /** Type of a general name, RFC 5280, section 4.2.1.6. */
    private static final int DNS_NAME = 2;

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern NARROW_WILDCARD = Pattern.compile("\\*(\\.[^.*]+){2,}");
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

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

    /** Keys alone: what the JDK says of a short one depends on its security properties. */
    void checkKeys(X509Certificate[] chain) throws RefusedCertificateException {
        for (X509Certificate certificate : chain) {
            checkKey(certificate.getPublicKey());
        }
    }

    /**
     * Everything else.
     *
     * @param host that was asked for; the JDK has found it in the certificate
     */
    void check(X509Certificate[] chain, String host) throws RefusedCertificateException {
        checkKeys(chain);
        for (X509Certificate certificate : chain) {
            if (!anchors.contains(certificate)) {
                checkSignature(certificate);
            }
        }
        for (int i = 1; i < chain.length; i++) {
            checkIssuer(chain[i]);
        }
        checkServer(chain[0], host);
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
        if (Signatures.isWeak(certificate.getSigAlgName(), certificate.getSigAlgParams())) {
            throw new RefusedCertificateException(Flaw.WEAK_SIGNATURE);
        }
    }

    /** An authority that is limited to other purposes; the JDK looks at the server's own alone. */
    private static void checkIssuer(X509Certificate issuer) throws RefusedCertificateException {
        List<String> purposes = purposes(issuer);
        if (purposes != null && !purposes.contains(SERVER_AUTH) && !purposes.contains(ANY_PURPOSE)) {
            throw new RefusedCertificateException(Flaw.WRONG_PURPOSE);
        }
    }

    private static @Nullable List<String> purposes(X509Certificate certificate) throws RefusedCertificateException {
        try {
            return certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            throw new RefusedCertificateException(Flaw.WRONG_PURPOSE, e);
        }
    }

    private static void checkServer(X509Certificate server, String host) throws RefusedCertificateException {
        try {
            List<String> purposes = purposes(server);
            // "Any purpose" is not one.
            if (purposes == null || !purposes.contains(SERVER_AUTH)) {
                throw new RefusedCertificateException(Flaw.WRONG_PURPOSE);
            }
            List<String> hosts = hosts(server);
            // Without a DNS name the JDK takes the CN, whatever other names there are; for an IP address it never does.
            if (hosts.isEmpty() && !IP_ADDRESS.matcher(host).matches()) {
                throw new RefusedCertificateException(Flaw.NO_ALTERNATIVE_NAME);
            }
            if (hosts.stream().anyMatch(CertificateRules::isWild)) {
                throw new RefusedCertificateException(Flaw.WILD_NAME);
            }
        } catch (CertificateParsingException e) {
            throw new RefusedCertificateException(Flaw.UNTRUSTED, e);
        }
    }

    private static List<String> hosts(X509Certificate server) throws CertificateParsingException {
        Collection<List<?>> names = server.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                        .map(name -> String.valueOf(name.get(1)))
                        .toList();
    }

    /** Whether a * stands anywhere but as the whole first label (RFC 6125, section 6.4.3) above two others; the JDK takes any. */
    private static boolean isWild(String name) {
        return name.contains("*") && !NARROW_WILDCARD.matcher(name).matches();
    }
}
