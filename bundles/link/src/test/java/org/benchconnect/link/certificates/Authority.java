package org.benchconnect.link.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Whoever signs certificates.
 *
 * @param name its name
 * @param keys its keys
 * @param chain its certificate and those above, without the root; the root's own if it is one
 */
record Authority(X500Name name, KeyPair keys, List<X509CertificateHolder> chain) {
    static Authority root(String commonName) {
        KeyPair keys = Keys.rsa(2048, commonName);
        return new Draft(null, "CN=" + commonName, keys).authority();
    }

    /** A certificate for the host that the cases connect to: right, until told otherwise. */
    Draft server() {
        return new Draft(this, "CN=" + Draft.HOST, Keys.ec("P-256")).host(Draft.HOST);
    }

    /** A certificate for an authority below: right, until told otherwise. */
    Draft below(String commonName) {
        return new Draft(this, "CN=" + commonName, Keys.rsa(2048, "below")).isAuthority();
    }

    boolean isRoot() {
        return chain.get(0).getIssuer().equals(name);
    }

    Path writePem(Path file) {
        return PemFile.write(file, "CERTIFICATE", List.of(encoded(chain.get(0))));
    }

    /** Its list, made yesterday. */
    byte[] revoking(Duration nextUpdate, X509CertificateHolder... revoked) {
        Instant now = Instant.now();
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(now.minus(Duration.ofDays(1))));
            builder.setNextUpdate(Date.from(now.plus(nextUpdate)));
            builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier());
            for (X509CertificateHolder certificate : revoked) {
                BigInteger serial = certificate.getSerialNumber();
                builder.addCRLEntry(serial, Date.from(now.minus(Duration.ofDays(1))), CRLReason.keyCompromise);
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA")
                            .setProvider(Keys.PROVIDER)
                            .build(keys.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    AuthorityKeyIdentifier keyIdentifier() {
        try {
            return new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
