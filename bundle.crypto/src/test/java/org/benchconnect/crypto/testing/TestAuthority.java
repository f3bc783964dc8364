package org.benchconnect.crypto.testing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority with an RSA key of 2048 bits, valid from yesterday for ten days. */
public final class TestAuthority {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys;
    private final X509Certificate certificate;
    /** From this authority up to, and without, the root. */
    private final List<X509Certificate> above;

    private TestAuthority(KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
        this.keys = keys;
        this.certificate = certificate;
        this.above = above;
    }

    /** A root of its own. */
    public static TestAuthority root(String name) {
        KeyPair keys = keys("RSA", 2048);
        X500Name subject = new X500Name("CN=" + name);
        return new TestAuthority(keys, certificate(subject, keys, subject, keys, "SHA256withRSA"), List.of());
    }

    /** An authority below this one. */
    public TestAuthority intermediate(String name, String signature) {
        KeyPair below = keys("RSA", 2048);
        X509Certificate issued = certificate(
                new X500Name("CN=" + name),
                below,
                new X500Name(certificate.getSubjectX500Principal().getName()),
                keys,
                signature);
        List<X509Certificate> chain = new ArrayList<>(List.of(issued));
        chain.addAll(above);
        return new TestAuthority(below, issued, List.copyOf(chain));
    }

    /** Somebody who has a certificate of this authority and issues others with it, which nobody should take. */
    public TestAuthority pretender(String name) {
        TestSigner signer = codeSigner().name(name).key("RSA", 2048).issue();
        return new TestAuthority(signer.keys(), signer.chain().get(0), signer.chain());
    }

    /** An authority below this one, that may issue for subjects of one organisation only. */
    public TestAuthority limitedTo(String organisation) {
        KeyPair below = keys("RSA", 2048);
        X509v3CertificateBuilder builder = builder(
                new X500Name("CN=Limited"),
                below,
                new X500Name(certificate.getSubjectX500Principal().getName()));
        GeneralName permitted = new GeneralName(new X500Name("O=" + organisation));
        try {
            builder.addExtension(
                    Extension.nameConstraints,
                    true,
                    new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(permitted)}, null));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        X509Certificate issued = sign(builder, keys, "SHA256withRSA");
        List<X509Certificate> chain = new ArrayList<>(List.of(issued));
        chain.addAll(above);
        return new TestAuthority(below, issued, List.copyOf(chain));
    }

    /** A certificate for a server, to be described and issued. */
    public TestServer.Request server() {
        return new TestServer.Request(keys, certificate, above);
    }

    /** A certificate for signing code, to be described and issued. */
    public TestSigner.Request codeSigner() {
        return new TestSigner.Request(keys, certificate, above, false, KeyPurposeId.id_kp_codeSigning);
    }

    /** A certificate for time stamps, to be described and issued. */
    public TestSigner.Request timeStamper() {
        return new TestSigner.Request(keys, certificate, above, true, KeyPurposeId.id_kp_timeStamping)
                .name("Time stamps");
    }

    /** A list that revokes a certificate; the reason is a number of RFC 5280, 5.3.1, or negative for none. */
    public X509CRL revoking(X509Certificate revoked, Instant when, int reason) {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate, Date.from(when));
        builder.setNextUpdate(Date.from(when.plus(Duration.ofDays(1))));
        if (reason < 0) {
            builder.addCRLEntry(revoked.getSerialNumber(), Date.from(when), (Extensions) null);
        } else {
            builder.addCRLEntry(revoked.getSerialNumber(), Date.from(when), reason);
        }
        try {
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Its certificate as a file. */
    public Path writePem(Path file) {
        return Pem.write(file, "CERTIFICATE", List.of(encoded(certificate)));
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            // The JDK makes no short curves any more.
            boolean old = algorithm.equals("EC") && bits < 256;
            KeyPairGenerator generator = old
                    ? KeyPairGenerator.getInstance(algorithm, BOUNCY_CASTLE)
                    : KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static BigInteger nextSerial() {
        return BigInteger.valueOf(SERIAL.getAndIncrement());
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair by, String signature) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature)
                            .setProvider(BOUNCY_CASTLE)
                            .build(by.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair keys, X500Name issuer, KeyPair by, String signature) {
        return sign(builder(subject, keys, issuer), by, signature);
    }

    private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, X500Name issuer) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                nextSerial(),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(10))),
                subject,
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return builder;
    }
}
