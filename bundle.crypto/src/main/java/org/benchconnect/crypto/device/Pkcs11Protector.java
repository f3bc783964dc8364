package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.token.TokenSlot;
import org.benchconnect.crypto.token.TokenUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * An AES-256 key that is made in a PKCS#11 token, marked sensitive and not extractable, encrypts the device key by AES-GCM. Each device key
 * has a token key of its own. The blob: which token it is ({@link TokenName}), the label of its key in 29 characters, a nonce of 12 bytes,
 * the encrypted key and its tag. The token is found by its own label and serial number before the PIN is given to it: slots are numbered anew
 * when tokens are plugged in, and a PIN that goes to another token locks it.
 */
final class Pkcs11Protector implements KeyProtector {
    private static final String LABEL = "benchconnect-";
    private static final int LABEL_LENGTH = LABEL.length() + 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_AT = TokenName.LENGTH + LABEL_LENGTH;
    private static final int BLOB = TokenName.LENGTH + LABEL_LENGTH + NONCE + SealingKey.LENGTH + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path library;
    private final String tokenLabel;
    private final Path pinFile;

    /**
     * A token.
     *
     * @param library the token's PKCS#11 library
     * @param tokenLabel what the token for new keys is called; empty: the only one there is
     * @param pinFile the user PIN, in a file that only this account reads
     */
    Pkcs11Protector(Path library, String tokenLabel, Path pinFile) {
        this.library = library;
        this.tokenLabel = tokenLabel;
        this.pinFile = pinFile;
    }

    @Override
    public ProtectorKind kind() {
        return ProtectorKind.PKCS11;
    }

    @Override
    public byte[] protect(Secret key) throws ProtectorException {
        TokenSlot slot = slot(candidate -> tokenLabel.isEmpty()
                ? !candidate.label().isEmpty() // which a token has from the day it is made ready
                : candidate.label().equals(tokenLabel));
        byte[] plain = key.exposeBytes();
        try (Token token = open(slot)) {
            byte[] random = new byte[8 + NONCE];
            RANDOM.nextBytes(random);
            String label = LABEL + HexFormat.of().formatHex(random, 0, 8);
            byte[] nonce = Arrays.copyOfRange(random, 8, random.length);
            token.makeKey(label);
            byte[] sealed = token.crypt(Cipher.ENCRYPT_MODE, label, nonce, plain);
            return ByteBuffer.allocate(BLOB)
                    .put(TokenName.of(slot).toBytes())
                    .put(label.getBytes(StandardCharsets.US_ASCII))
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ProtectorException.Unavailable("the PKCS#11 token does not protect the device key", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public Secret unprotect(byte[] blob) throws ProtectorException {
        if (blob.length != BLOB || !label(blob).startsWith(LABEL)) {
            throw new ProtectorException.Refused("what the key file holds was not protected by a PKCS#11 token");
        }
        byte[] nonce = Arrays.copyOfRange(blob, KEY_AT, KEY_AT + NONCE);
        byte[] sealed = Arrays.copyOfRange(blob, KEY_AT + NONCE, BLOB);
        try (Token token = open(slot(TokenName.in(blob)::names))) {
            byte[] plain = token.crypt(Cipher.DECRYPT_MODE, label(blob), nonce, sealed);
            Secret key = Secret.copyOf(plain);
            Arrays.fill(plain, (byte) 0);
            return key;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ProtectorException.Refused("the PKCS#11 token does not open the device key", e);
        }
    }

    private static String label(byte[] blob) {
        return new String(blob, TokenName.LENGTH, LABEL_LENGTH, StandardCharsets.US_ASCII);
    }

    private TokenSlot slot(Predicate<TokenSlot> wanted) throws ProtectorException {
        try {
            List<TokenSlot> found =
                    TokenSlot.in(library).stream().filter(wanted).toList();
            if (found.size() != 1) {
                throw new ProtectorException.Unavailable(
                        found.isEmpty()
                                ? "the PKCS#11 token is not plugged in"
                                : found.size()
                                        + " PKCS#11 tokens could be meant: name one in pkcs11-token, section keys");
            }
            return found.get(0);
        } catch (TokenUnavailableException e) {
            throw new ProtectorException.Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private Token open(TokenSlot slot) throws ProtectorException {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new ProtectorException.Unavailable("this Java runtime has no module jdk.crypto.cryptoki");
        }
        try (Secret pin = PinFile.read(pinFile)) {
            return Token.open(base.configure(configuration(slot)), pin);
        } catch (ProviderException | GeneralSecurityException e) {
            throw new ProtectorException.Unavailable("the PKCS#11 token cannot be used", e);
        } catch (IOException e) {
            throw refusedPin(e)
                    ? new ProtectorException.Refused(
                            "the PKCS#11 token refuses its PIN; it is not asked again until restart", e)
                    : new ProtectorException.Unavailable("the PKCS#11 token or its PIN cannot be read", e);
        }
    }

    private static boolean refusedPin(IOException e) {
        return e.getCause() instanceof LoginException || e.getCause() instanceof UnrecoverableKeyException;
    }

    private String configuration(TokenSlot slot) {
        return "--name = BenchConnect\nlibrary = \"" + library + "\"\nslot = " + slot.number()
                + "\nattributes(generate, CKO_SECRET_KEY, CKK_AES) = {\n"
                + "CKA_SENSITIVE = true\nCKA_EXTRACTABLE = false\nCKA_ENCRYPT = true\nCKA_DECRYPT = true\n}\n";
    }

    /** A token with somebody logged in. */
    private record Token(Provider provider, KeyStore keys) implements AutoCloseable {
        static Token open(Provider provider, Secret pin) throws GeneralSecurityException, IOException {
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            char[] chars = pin.exposeChars();
            try {
                keys.load(null, chars);
            } finally {
                Arrays.fill(chars, '\0');
            }
            return new Token(provider, keys);
        }

        void makeKey(String label) throws GeneralSecurityException {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(256);
            keys.setKeyEntry(label, generator.generateKey(), null, null);
        }

        byte[] crypt(int mode, String label, byte[] nonce, byte[] bytes)
                throws GeneralSecurityException, ProtectorException {
            @Nullable Key key = keys.getKey(label, null);
            if (!(key instanceof SecretKey)) {
                throw new ProtectorException.Refused("the PKCS#11 token has no key " + label);
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(LABEL.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        }

        @Override
        public void close() throws ProtectorException {
            try {
                if (provider instanceof AuthProvider token) {
                    token.logout();
                }
            } catch (LoginException e) {
                throw new ProtectorException.Unavailable("the PKCS#11 token does not let go", e);
            }
        }
    }
}
