package org.benchconnect.crypto.authority;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates of ECDSA on P-256 (RFC 5280, RFC 5480). Not guaranteed: that a name is somebody's; whoever calls it knows whom they certify. There is no
 * revocation: a supporter's is the signed list, a server's is short.
 */
public final class SmallAuthority {
    private static final Duration OWN = Duration.ofDays(3652);
    private static final Duration BEFORE = Duration.ofHours(1); // another machine's clock may be behind
    private static final int SERIAL_BITS = 127;

    private final KeyAndChain own;

    private SmallAuthority(KeyAndChain own) {
        this.own = own;
    }

    /** A new one, good for ten years, that issues for ends alone and no other authority. */
    public static SmallAuthority create(String name, Instant now) {
        KeyPair keys = keys();
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        X509v3CertificateBuilder builder = builder(subject, subject, keys, now, now.plus(OWN));
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return new SmallAuthority(new KeyAndChain(keys.getPrivate(), List.of(sign(builder, keys.getPrivate()))));
    }

    /**
     * One from its files.
     *
     * @throws IllegalArgumentException if they are no authority's, or do not belong together
     */
    public static SmallAuthority of(byte[] certificatePem, byte[] keyPem) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificatePem));
            String base64 = new String(keyPem, StandardCharsets.US_ASCII)
                    .replace("-----BEGIN PRIVATE KEY-----", "")
                    .replace("-----END PRIVATE KEY-----", "");
            SmallAuthority read = new SmallAuthority(new KeyAndChain(
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(base64))),
                    List.of(certificate)));
            if (certificate.getBasicConstraints() < 0) {
                throw new IllegalArgumentException("the certificate is no authority's");
            }
            read.server(List.of("localhost"), Instant.EPOCH, Instant.EPOCH.plus(BEFORE))
                    .chain()
                    .get(0)
                    .verify(certificate.getPublicKey()); // the key is that of the certificate
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("certificate and key of an authority do not belong together", e);
        }
    }

    /** Its certificate and its key. */
    public KeyAndChain own() {
        return own;
    }

    /** A person's, for the authentication of clients. Its chain is that one certificate: whoever verifies it has the authority's. */
    public KeyAndChain supporter(String name, String organisation, Instant now, Instant until) {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, name)
                .build();
        return issue(subject, KeyPurposeId.id_kp_clientAuth, List.of(), now, until);
    }

    /** A server's, in the same way. Hosts are names or addresses; the first one is its name. */
    public KeyAndChain server(List<String> hosts, Instant now, Instant until) {
        X500Name subject =
                new X500NameBuilder().addRDN(BCStyle.CN, hosts.get(0)).build();
        return issue(subject, KeyPurposeId.id_kp_serverAuth, hosts, now, until);
    }

    private KeyAndChain issue(X500Name subject, KeyPurposeId purpose, List<String> hosts, Instant now, Instant until) {
        KeyPair keys = keys();
        X509Certificate issuer = own.chain().get(0);
        X509v3CertificateBuilder builder =
                builder(X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), subject, keys, now, until);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
            if (!hosts.isEmpty()) {
                GeneralName[] names =
                        hosts.stream().map(SmallAuthority::generalName).toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new KeyAndChain(keys.getPrivate(), List.of(sign(builder, own.key())));
    }

    private static GeneralName generalName(String host) {
        boolean address = host.matches("[0-9.]+") || host.indexOf(':') >= 0;
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, Instant now, Instant until) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(BEFORE)),
                Date.from(until),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, java.security.PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("P-256 signs", e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has P-256", e);
        }
    }
}
