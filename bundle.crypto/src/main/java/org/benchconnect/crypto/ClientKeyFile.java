package org.benchconnect.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key that the site brings: PKCS#8 in PEM (RFC 7468, section 10), not encrypted, that only the agent's account may read. */
final class ClientKeyFile {
    private static final int MAX_FILE = 16 * 1024;
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 256;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Pattern FORM = Pattern.compile(
            "\\s*-----BEGIN PRIVATE KEY-----\\r?\\n([A-Za-z0-9+/=\\r\\n]+)-----END PRIVATE KEY-----\\s*");

    private ClientKeyFile() {}

    /** Others on this PC may read it. */
    static final class NotPrivateException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads one.
     *
     * @throws NotPrivateException if others may read it
     * @throws IOException if it cannot be read, or is a link
     * @throws GeneralSecurityException if it is no such key, or too weak
     */
    static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_FILE) {
            throw new IOException("no file with one key");
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new NotPrivateException();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return pem(new String(bytes, StandardCharsets.ISO_8859_1));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static PrivateKey pem(String text) throws GeneralSecurityException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidKeyException("no PRIVATE KEY in PEM");
        }
        byte[] pkcs8;
        try {
            pkcs8 = Base64.getDecoder().decode(form.group(1).replaceAll("[\\r\\n]", ""));
        } catch (IllegalArgumentException broken) {
            throw new InvalidKeyException("broken Base64", broken);
        }
        try {
            return of(pkcs8);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /**
     * From PKCS#8.
     *
     * @throws GeneralSecurityException if it is no RSA key of 2048 bits or EC key of 256 bits or more
     */
    static PrivateKey of(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : List.of("EC", "RSA")) {
            try {
                PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
                if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() >= LEAST_EC
                        || key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA) {
                    return key;
                }
            } catch (InvalidKeySpecException other) {
                continue;
            }
        }
        throw new InvalidKeyException("RSA of 2048 bits or EC of 256 bits or more");
    }
}
