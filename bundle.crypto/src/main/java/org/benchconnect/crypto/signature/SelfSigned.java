package org.benchconnect.crypto.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate that a key store wants beside a key; nobody trusts or checks it. */
final class SelfSigned {
    /** RFC 5280, 4.1.2.5: no end is known. */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    private SelfSigned() {}

    static X509Certificate certificate(SigningKeyPair pair, String name) {
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        String algorithm =
                switch (pair.scheme()) {
                    case RSASSA_PSS_SHA256 -> "SHA256withRSA";
                    case ECDSA_SHA2_NISTP256 -> "SHA256withECDSA";
                    case ED25519 -> "Ed25519";
                };
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new X509v3CertificateBuilder(
                                    subject,
                                    BigInteger.ONE,
                                    Date.from(Instant.EPOCH),
                                    Date.from(FOR_EVER),
                                    subject,
                                    SubjectPublicKeyInfo.getInstance(info(pair)))
                            .build(new JcaContentSignerBuilder(algorithm).build(pair.privateKey())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign its own certificate", e);
        }
    }

    private static byte[] info(SigningKeyPair pair) {
        return pair.scheme() == Scheme.ED25519 ? Ed25519Material.info(pair.publicKey()) : pair.publicKey();
    }
}
