package org.benchconnect.crypto.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.crypto.secret.Argon2id;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/**
 * A passphrase, stretched by Argon2id (RFC 9106) with 19 MiB, 2 passes, 1 lane, as OWASP's password storage recommendation has it at least,
 * opens the device key by AES-256-GCM. The blob: a salt of 16 bytes, a nonce of 12, the sealed key and its tag.
 */
final class PassphraseProtector implements KeyProtector {
    /** Characters. */
    static final int MIN_LENGTH = 12;

    private static final int SALT = Argon2id.SALT;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOB = SALT + NONCE + SealingKey.LENGTH + TAG_BITS / 8;
    private static final byte[] PURPOSE = "benchconnect device key 1 passphrase".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Passphrases source;

    PassphraseProtector(Passphrases source) {
        this.source = source;
    }

    @Override
    public ProtectorKind kind() {
        return ProtectorKind.PASSPHRASE;
    }

    @Override
    public byte[] protect(Secret key) throws ProtectorException {
        byte[] salt = random(SALT);
        byte[] nonce = random(NONCE);
        byte[] plain = key.exposeBytes();
        try (Secret passphrase = source.take()) {
            char[] chars = passphrase.exposeChars();
            Arrays.fill(chars, '\0');
            if (chars.length < MIN_LENGTH) {
                throw new ProtectorException.PassphraseWanted(
                        "a passphrase for the device key has at least " + MIN_LENGTH + " characters; "
                                + source.remedy(),
                        true);
            }
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce).doFinal(plain);
            return ByteBuffer.allocate(BLOB).put(salt).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM encrypts whatever it is given", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public Secret unprotect(byte[] blob) throws ProtectorException {
        if (blob.length != BLOB) {
            throw new ProtectorException.Refused("what the key file holds was not protected by a passphrase");
        }
        byte[] salt = Arrays.copyOf(blob, SALT);
        byte[] nonce = Arrays.copyOfRange(blob, SALT, SALT + NONCE);
        try (Secret passphrase = source.take()) {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce)
                    .doFinal(blob, SALT + NONCE, blob.length - SALT - NONCE);
            Secret key = Secret.copyOf(plain);
            Arrays.fill(plain, (byte) 0);
            return key;
        } catch (AEADBadTagException e) {
            throw new ProtectorException.PassphraseWanted(
                    "the passphrase is not the right one, or the key file was changed; " + source.remedy(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refuses by its tag alone", e);
        }
    }

    private static Cipher cipher(int mode, Secret passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        byte[] key = Argon2id.stretch(passphrase, salt);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
