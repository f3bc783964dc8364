package org.benchconnect.crypto.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * A signer's key and certificates, for code or for time stamps.
 *
 * @param keys its keys
 * @param chain its certificate first, then the authorities below the root
 */
public record TestSigner(KeyPair keys, List<X509Certificate> chain) {
    /** Whose certificates these are unless told otherwise. */
    public static final String ORGANISATION = "Example Instruments";

    /** Its certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** As a PKCS#12 file. */
    public Path writePkcs12(Path file, String password, String alias) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, keys.getPrivate(), password.toCharArray(), chain.toArray(X509Certificate[]::new));
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signature by it, to be described and made. */
    public TestSignature over(byte[] document) {
        return new TestSignature(this, document);
    }

    /** What the certificate is to be: right in everything, until told otherwise. */
    public static final class Request {
        private final KeyPair issuerKeys;
        private final X509Certificate issuer;
        private final List<X509Certificate> above;
        private final List<String> organisations = new ArrayList<>(List.of(ORGANISATION));
        private boolean critical;
        private KeyPurposeId[] purposes;
        private String name = "Release signing";
        private String algorithm = "EC";
        private int bits = 256;
        private String signature = "SHA256withRSA";
        private Instant notBefore = Instant.now().minus(Duration.ofHours(12));
        private Instant notAfter = Instant.now().plus(Duration.ofDays(5));
        private boolean authority;
        private int usage = KeyUsage.digitalSignature;

        Request(
                KeyPair issuerKeys,
                X509Certificate issuer,
                List<X509Certificate> above,
                boolean critical,
                KeyPurposeId purpose) {
            this.issuerKeys = issuerKeys;
            this.issuer = issuer;
            this.above = above;
            this.critical = critical;
            this.purposes = new KeyPurposeId[] {purpose};
        }

        /** Another organisation, or several, or none. */
        public Request organisation(String... names) {
            organisations.clear();
            organisations.addAll(List.of(names));
            return this;
        }

        /** Another common name. */
        public Request name(String commonName) {
            name = commonName;
            return this;
        }

        /** With another algorithm, or length of key. */
        public Request key(String keyAlgorithm, int keyBits) {
            algorithm = keyAlgorithm;
            bits = keyBits;
            return this;
        }

        /** Signed otherwise by the authority. */
        public Request signature(String signatureName) {
            signature = signatureName;
            return this;
        }

        /** From and until. */
        public Request valid(Instant from, Instant until) {
            notBefore = from;
            notAfter = until;
            return this;
        }

        /** With the extension of purposes critical, or not. */
        public Request critical(boolean yes) {
            critical = yes;
            return this;
        }

        /** For code. */
        public Request forCode() {
            return purposes(KeyPurposeId.id_kp_codeSigning);
        }

        /** For servers. */
        public Request forServers() {
            return purposes(KeyPurposeId.id_kp_serverAuth);
        }

        /** For code, and for any other purpose. */
        public Request forCodeAndAnything() {
            return purposes(KeyPurposeId.id_kp_codeSigning, KeyPurposeId.anyExtendedKeyUsage);
        }

        /** For any purpose. */
        public Request forAnything() {
            return purposes(KeyPurposeId.anyExtendedKeyUsage);
        }

        /** For code and mail. */
        public Request forCodeAndMail() {
            return purposes(KeyPurposeId.id_kp_codeSigning, KeyPurposeId.id_kp_emailProtection);
        }

        /** For time stamps and code. */
        public Request forTimeAndCode() {
            return purposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning);
        }

        /** For nothing in particular. */
        public Request withoutPurpose() {
            return purposes();
        }

        /** Whose key may encipher keys, and not sign. */
        public Request forEncryption() {
            usage = KeyUsage.keyEncipherment;
            return this;
        }

        /** That could issue further certificates. */
        public Request asAuthority() {
            authority = true;
            usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign;
            return this;
        }

        private Request purposes(KeyPurposeId... ids) {
            purposes = ids;
            return this;
        }

        /** The signer, with its certificate. */
        public TestSigner issue() {
            KeyPair keys = TestAuthority.keys(algorithm, bits);
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                    TestAuthority.nextSerial(),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    subject(),
                    keys.getPublic());
            try {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                if (purposes.length > 0) {
                    builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
                }
            } catch (CertIOException e) {
                throw new IllegalStateException(e);
            }
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(TestAuthority.sign(builder, issuerKeys, signature));
            chain.addAll(above);
            return new TestSigner(keys, List.copyOf(chain));
        }

        private X500Name subject() {
            X500NameBuilder subject = new X500NameBuilder();
            organisations.forEach(each -> subject.addRDN(BCStyle.O, new DERUTF8String(each)));
            return subject.addRDN(BCStyle.CN, new DERUTF8String(name)).build();
        }
    }
}
