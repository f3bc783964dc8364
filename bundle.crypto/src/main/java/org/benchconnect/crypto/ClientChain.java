package org.benchconnect.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What this PC shows to the broker: its certificate, then those of the authorities up to, and perhaps with, the root.
 *
 * @param certificates at least one, each issued by the next
 */
record ClientChain(List<X509Certificate> certificates) {
    /** RFC 5280, 4.2.1.12. */
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private static final int MAX_FILE = 64 * 1024;
    private static final int CHALLENGE = 32;

    ClientChain {
        certificates = List.copyOf(certificates);
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IOException if it cannot be read
     * @throws GeneralSecurityException if it is anything but such a chain, or of a certificate that is not for clients
     */
    static ClientChain read(Path pem) throws IOException, GeneralSecurityException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(pem)) {
            bytes = in.readNBytes(MAX_FILE + 1);
        }
        if (bytes.length > MAX_FILE) {
            throw new CertificateException("more than " + MAX_FILE + " bytes");
        }
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            found.add((X509Certificate) each);
        }
        if (found.isEmpty() || found.size() > CertificateRules.MAX_CHAIN) {
            throw new CertificateException("1 to " + CertificateRules.MAX_CHAIN + " certificates, not " + found.size());
        }
        for (int i = 0; i + 1 < found.size(); i++) {
            found.get(i).verify(found.get(i + 1).getPublicKey());
        }
        List<String> purposes = found.get(0).getExtendedKeyUsage();
        if (purposes != null && !purposes.contains(CLIENT_AUTH)) {
            throw new CertificateException("not for TLS clients");
        }
        return new ClientChain(found);
    }

    /** Whether the first of them is for this key. */
    boolean isFor(PrivateKey key) {
        PublicKey own = own().getPublicKey();
        byte[] challenge = new byte[CHALLENGE];
        new SecureRandom().nextBytes(challenge);
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(own);
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    /** The first moment at which one of them is not valid any more. */
    Instant ends() {
        return certificates.stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** From when on all are valid. */
    Instant begins() {
        return certificates.stream()
                .map(each -> each.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** This PC's. */
    X509Certificate own() {
        return certificates.get(0);
    }
}
