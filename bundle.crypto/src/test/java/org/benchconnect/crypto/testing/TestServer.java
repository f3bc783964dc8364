package org.benchconnect.crypto.testing;

import java.io.IOException;
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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * A server's key and certificates.
 *
 * @param keys its keys
 * @param chain its certificate first, then the authorities below the root
 */
public record TestServer(KeyPair keys, List<X509Certificate> chain) {
    private static final char[] NO_PASSWORD = new char[0];

    /** For a server socket. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", keys.getPrivate(), NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates as a file. */
    public Path writeChain(Path file) {
        return Pem.write(
                file, "CERTIFICATE", chain.stream().map(TestAuthority::encoded).toList());
    }

    /** The key as a file. */
    public Path writeKey(Path file) {
        return Pem.write(file, "PRIVATE KEY", List.of(keys.getPrivate().getEncoded()));
    }

    /** What the certificate is to be: right in everything, until told otherwise. Signed with SHA-256 and valid today. */
    public static final class Request {
        private final KeyPair issuerKeys;
        private final X509Certificate issuer;
        private final List<X509Certificate> above;
        private String host = "localhost";
        private boolean alternativeName = true;
        private boolean selfSigned;
        private boolean purpose = true;
        private KeyPurposeId purposeId = KeyPurposeId.id_kp_serverAuth;
        private String algorithm = "EC";
        private int bits = 256;
        private String signature = "SHA256withRSA";
        private Duration begins = Duration.ofDays(-1);
        private Duration ends = Duration.ofDays(5);

        Request(KeyPair issuerKeys, X509Certificate issuer, List<X509Certificate> above) {
            this.issuerKeys = issuerKeys;
            this.issuer = issuer;
            this.above = above;
        }

        /** For another host than localhost and 127.0.0.1. */
        public Request host(String name) {
            host = name;
            return this;
        }

        /** The host as CN alone. */
        public Request withoutAlternativeName() {
            alternativeName = false;
            return this;
        }

        /** Signed by its own key. */
        public Request selfSigned() {
            selfSigned = true;
            signature = "SHA256withECDSA";
            return this;
        }

        /** With another algorithm, or length of key. */
        public Request key(String keyAlgorithm, int keyBits) {
            algorithm = keyAlgorithm;
            bits = keyBits;
            return this;
        }

        /** Signed otherwise. */
        public Request signature(String name) {
            signature = name;
            return this;
        }

        /** From and until, relative to now. */
        public Request valid(Duration from, Duration until) {
            begins = from;
            ends = until;
            return this;
        }

        /** For clients. */
        public Request forClients() {
            purposeId = KeyPurposeId.id_kp_clientAuth;
            return this;
        }

        /** For nothing in particular. */
        public Request withoutPurpose() {
            purpose = false;
            return this;
        }

        /** The server, with its certificate. */
        public TestServer issue() {
            KeyPair keys = TestAuthority.keys(algorithm, bits);
            Instant now = Instant.now();
            X500Name subject = new X500Name("CN=" + host);
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    selfSigned
                            ? subject
                            : new X500Name(issuer.getSubjectX500Principal().getName()),
                    TestAuthority.nextSerial(),
                    Date.from(now.plus(begins)),
                    Date.from(now.plus(ends)),
                    subject,
                    keys.getPublic());
            try {
                extend(builder);
            } catch (CertIOException e) {
                throw new IllegalStateException(e);
            }
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(TestAuthority.sign(builder, selfSigned ? keys : issuerKeys, signature));
            chain.addAll(above);
            return new TestServer(keys, List.copyOf(chain));
        }

        private void extend(X509v3CertificateBuilder builder) throws CertIOException {
            if (purpose) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposeId));
            }
            if (alternativeName) {
                GeneralName[] names = host.equals("localhost")
                        ? new GeneralName[] {
                            new GeneralName(GeneralName.dNSName, host),
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                        }
                        : new GeneralName[] {new GeneralName(GeneralName.dNSName, host)};
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
        }
    }
}
