package org.benchconnect.crypto.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** A service side for tests: an authority of supporters, their certificates, and the key that signs the list of them. */
public final class TestSupporters {
    private final Instant now;
    private final KeyPair authorityKeys;
    private final X509Certificate authority;
    private final KeyPair listKeys;

    /** One of its own, at this time. */
    public TestSupporters(Instant now) {
        this.now = now;
        authorityKeys = p256();
        listKeys = keys("Ed25519");
        authority = TestAuthority.sign(
                constrained(named("Supporters", "Service"), authorityKeys, named("Supporters", "Service"), now),
                authorityKeys,
                "SHA256withECDSA");
    }

    /** Its authority. */
    public X509Certificate authority() {
        return authority;
    }

    /** The public key of its list, 32 bytes. */
    public byte[] listKey() {
        byte[] info = listKeys.getPublic().getEncoded();
        return Arrays.copyOfRange(info, info.length - 32, info.length);
    }

    /** A supporter with a certificate that is right in everything. */
    public Person person(String name) {
        return person(name, "Example Service", KeyPurposeId.id_kp_clientAuth, now.plus(Duration.ofDays(30)), "EC");
    }

    /** Another, to be described. */
    public Person person(String name, String organisation, KeyPurposeId purpose, Instant until, String algorithm) {
        KeyPair keys = algorithm.equals("EC") ? p256() : keys(algorithm);
        X509v3CertificateBuilder builder =
                builder(named(name, organisation), keys, named("Supporters", "Service"), until);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return new Person(keys, TestAuthority.sign(builder, authorityKeys, "SHA256withECDSA"));
    }

    /** Somebody whom a supporter certified, which nobody should take. */
    public Person certifiedBy(Person other, String name) {
        KeyPair keys = p256();
        X509v3CertificateBuilder builder = builder(
                named(name, "Example Service"),
                keys,
                X500Name.getInstance(
                        other.certificate().getSubjectX500Principal().getEncoded()),
                now.plus(Duration.ofDays(30)));
        try {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return new Person(keys, TestAuthority.sign(builder, other.keys(), "SHA256withECDSA"));
    }

    /** An entry of the list. */
    public static String entry(Person person, String trained, String... regions) {
        return "{\"certificate\":\"" + person.digest() + "\",\"trained\":\"" + trained + "\",\"regions\":["
                + String.join(
                        ",", Arrays.stream(regions).map(one -> '"' + one + '"').toList()) + "]}";
    }

    /** The list, signed. */
    public byte[] list(Instant issued, String... entries) {
        return signed("{\"v\":1,\"issued\":\"" + issued + "\",\"supporters\":[" + String.join(",", entries) + "]}");
    }

    /** Any text, signed as the list is. */
    public byte[] signed(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(listKeys.getPrivate());
            signing.update(content);
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            list.writeBytes(("benchconnect-supporters 1 " + Base64.getEncoder().encodeToString(signing.sign()) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            list.writeBytes(content);
            return list.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A supporter.
     *
     * @param keys theirs
     * @param certificate for them
     */
    public record Person(KeyPair keys, X509Certificate certificate) {
        /** The certificate in DER. */
        public byte[] der() {
            return TestAuthority.encoded(certificate);
        }

        /** The chain: there is no authority between. */
        public List<byte[]> chain() {
            return new ArrayList<>(List.of(der()));
        }

        /** SHA-256 of the certificate. */
        public String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(der()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The key that proves it. */
        public PrivateKey key() {
            return keys.getPrivate();
        }
    }

    private static X509v3CertificateBuilder constrained(X500Name subject, KeyPair keys, X500Name issuer, Instant now) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                TestAuthority.nextSerial(),
                Date.from(now.minus(Duration.ofDays(400))),
                Date.from(now.plus(Duration.ofDays(400))),
                subject,
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return builder;
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, X500Name issuer, Instant until) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                TestAuthority.nextSerial(),
                Date.from(now.minus(Duration.ofDays(300))),
                Date.from(until),
                subject,
                keys.getPublic());
    }

    private static X500Name named(String name, String organisation) {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, new DERUTF8String(organisation))
                .addRDN(BCStyle.CN, new DERUTF8String(name))
                .build();
    }

    private static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
