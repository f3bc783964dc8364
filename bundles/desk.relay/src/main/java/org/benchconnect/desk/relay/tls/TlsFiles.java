package org.benchconnect.desk.relay.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads a certificate chain and its key from two PEM files. JCE only. */
public final class TlsFiles {
    /** What a server here speaks. */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** With forward secrecy and authenticated encryption, nothing else. */
    public static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
    private static final char[] IN_MEMORY = {}; // a key store that is never written

    private TlsFiles() {}

    /**
     * A server's TLS context; whoever opens the socket also sets {@link #PROTOCOLS} and {@link #CIPHER_SUITES}.
     *
     * @param certificate the chain in PEM, the server's own first, at most 64 KiB
     * @param key its key, PKCS#8 in PEM, not encrypted; the file must not be readable by everybody
     * @throws TlsFilesException if they are of another form or do not belong together
     */
    public static SSLContext context(Path certificate, Path key) throws TlsFilesException {
        X509Certificate[] chain = chain(certificate);
        PrivateKey secret = key(key, chain[0]);
        try {
            requireFit(chain[0], secret, key);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("server", secret, IN_MEMORY, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsFilesException("the key in " + key + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static X509Certificate[] chain(Path file) throws TlsFilesException {
        byte[] bytes = read(file);
        try {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .toArray(X509Certificate[]::new);
            if (chain.length == 0) {
                throw new TlsFilesException(file + " has no certificate in it");
            }
            return chain;
        } catch (GeneralSecurityException | ArrayStoreException e) {
            throw new TlsFilesException(file + " is no chain of X.509 certificates in PEM", e);
        }
    }

    private static PrivateKey key(Path file, Certificate certificate) throws TlsFilesException {
        requireNotForEverybody(file);
        byte[] bytes = read(file);
        byte[] der = {};
        try {
            Matcher pem = KEY.matcher(new String(bytes, StandardCharsets.US_ASCII));
            if (!pem.matches()) {
                throw new TlsFilesException(
                        file + " is no unencrypted PKCS#8 key in PEM; openssl pkcs8 -topk8 -nocrypt makes one");
            }
            der = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsFilesException(file + " is no key of the kind that its certificate has", e);
        } finally {
            Arrays.fill(der, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void requireFit(Certificate certificate, PrivateKey key, Path file)
            throws TlsFilesException, GeneralSecurityException {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] sample = "BenchConnect desk".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(sample);
        if (!signature.verify(signed)) {
            throw new TlsFilesException("the key in " + file + " is not that of the certificate");
        }
    }

    private static void requireNotForEverybody(Path file) throws TlsFilesException {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new TlsFilesException("everybody can read " + file + "; chmod 600 it");
            }
        } catch (IOException e) {
            throw new TlsFilesException(file + " cannot be read", e);
        }
    }

    private static byte[] read(Path file) throws TlsFilesException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new TlsFilesException(file + " has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new TlsFilesException(file + " cannot be read", e);
        }
    }
}
