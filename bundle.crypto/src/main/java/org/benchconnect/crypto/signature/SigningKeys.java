package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.benchconnect.crypto.secret.Secret;

/** Where the vendor's signing keys come from: made here, kept in PKCS#12 files or PKCS#11 tokens. */
public final class SigningKeys {
    private static final int RSA_BITS = 4096;

    private SigningKeys() {}

    /** A new pair: RSA of 4096 bits (which takes up to some seconds), P-256, or Ed25519. */
    public static SigningKeyPair generate(Scheme scheme) {
        try {
            KeyPair pair =
                    switch (scheme) {
                        case RSASSA_PSS_SHA256 -> {
                            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                            generator.initialize(RSA_BITS);
                            yield generator.generateKeyPair();
                        }
                        case ECDSA_SHA2_NISTP256 -> {
                            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                            generator.initialize(new ECGenParameterSpec("secp256r1"));
                            yield generator.generateKeyPair();
                        }
                        case ED25519 -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                    };
            return SigningKeyPair.of(pair.getPublic(), pair.getPrivate(), null);
        } catch (GeneralSecurityException | KeyRefusedException e) {
            throw new IllegalStateException("this Java runtime makes no keys for " + scheme.tufName(), e);
        }
    }

    /**
     * A key of a PKCS#12 file (RFC 7292).
     *
     * @param file at most 1 MiB
     * @param alias the friendly name of the key in it
     * @throws KeyUnavailableException if there is no such file or alias, the password is wrong or the key is refused
     */
    public static SigningKeyPair pkcs12(Path file, Secret password, String alias) throws KeyUnavailableException {
        return pair(Pkcs12File.read(file, password, alias), "its key is refused");
    }

    /**
     * Keeps a key in a new PKCS#12 file, which only its owner may read: AES-256, PBKDF2 with HMAC-SHA-256. OpenSSL and the JDK
     * read it. The certificate in it is signed by the key itself and means nothing.
     *
     * @param password printable ASCII
     * @throws IOException if the file cannot be written, or is already there
     * @throws IllegalArgumentException if the password has any other character
     */
    public static void storePkcs12(SigningKeyPair pair, Path file, Secret password, String alias) throws IOException {
        Pkcs12File.write(file, password, alias, pair.privateKey(), SelfSigned.certificate(pair, alias));
    }

    /**
     * A key that never leaves its PKCS#11 token: RSA or P-256, with a certificate of the same label beside it.
     *
     * @param library the token's shared library, which runs in this process
     * @param tokenLabel the label of the token; exactly one must have it
     * @param pin tried once
     * @throws KeyUnavailableException if there is no such token or alias, the PIN is wrong or the key is refused
     */
    public static SigningKeyPair pkcs11(Path library, String tokenLabel, Secret pin, String alias)
            throws KeyUnavailableException {
        return pair(Pkcs11Token.read(library, tokenLabel, pin, alias), "the token's key is refused");
    }

    private static SigningKeyPair pair(KeyEntry entry, String refused) throws KeyUnavailableException {
        try {
            return SigningKeyPair.of(entry.chain().get(0).getPublicKey(), entry.key(), entry.token());
        } catch (KeyRefusedException e) {
            throw new KeyUnavailableException(refused + ": " + e.getMessage(), e);
        }
    }
}
