package org.benchconnect.crypto.testing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
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
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
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

    /** A certificate for a server, to be described and issued. */
    public TestServer.Request server() {
        return new TestServer.Request(keys, certificate, above);
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
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
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
        return sign(builder, by, signature);
    }
}
