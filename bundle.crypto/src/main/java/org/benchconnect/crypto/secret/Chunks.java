package org.benchconnect.crypto.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a sealed stream, and the cipher of one of them:
 *
 * <pre>
 * header   "BCSEAL1\n", 32 random bytes
 * chunk    AES-256-GCM of 16384 bytes, then the tag of 16; the last chunk has 0 to 16384
 * nonce    4 bytes from HKDF with the key, then the chunk's index, 8 bytes
 * AAD      "BCSEAL1\n", the chunk's index, 8 bytes, 1 for the last chunk and 0 for the others
 * </pre>
 *
 * Every chunk has its own nonce under a key that no other stream has, so no nonce repeats. A chunk elsewhere, twice or missing has the
 * wrong index; a stream that ends early has no last chunk. Chunks of 16 KiB because the Java runtime compiles the cipher per
 * call: calls of a megabyte stay slow for seconds. One thread at a time.
 */
final class Chunks {
    static final int PLAIN = 16 * 1024;
    static final int TAG = 16;
    static final int SEALED = PLAIN + TAG;
    static final int SALT_LENGTH = 32;
    static final int KEY_LENGTH = 36;

    private static final byte[] MAGIC = "BCSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int AES_LENGTH = 32;
    private static final long MAX_CHUNKS = 1L << 32; // 64 TiB

    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] prefix;
    private final byte[] header;
    private long index;

    /** With 32 bytes for AES and 4 of the nonce. */
    Chunks(Secret keyAndPrefix, byte[] salt) {
        byte[] bytes = keyAndPrefix.exposeBytes();
        try {
            this.key = new SecretKeySpec(bytes, 0, AES_LENGTH, "AES");
            this.prefix = Arrays.copyOfRange(bytes, AES_LENGTH, KEY_LENGTH);
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        this.header = ByteBuffer.allocate(MAGIC.length + SALT_LENGTH)
                .put(MAGIC)
                .put(salt)
                .array();
    }

    byte[] header() {
        return header.clone();
    }

    /** The salt after the magic. */
    static byte[] readHeader(InputStream sealed) throws IOException {
        byte[] header = sealed.readNBytes(MAGIC.length + SALT_LENGTH);
        if (header.length != MAGIC.length + SALT_LENGTH || !Arrays.equals(MAGIC, Arrays.copyOf(header, MAGIC.length))) {
            throw new SealBrokenException("these bytes do not begin as a sealed stream does", -1);
        }
        return Arrays.copyOfRange(header, MAGIC.length, header.length);
    }

    /** The chunk that {@link #seal} or {@link #open} takes next, from 0. */
    long index() {
        return index;
    }

    /** The next chunk into {@code sealed}; its length. */
    int seal(byte[] plain, int length, boolean last, byte[] sealed) throws IOException {
        try {
            return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM encrypts whatever it is given", e);
        }
    }

    /** The next chunk into {@code plain}; its length. */
    int open(byte[] sealed, int length, boolean last, byte[] plain) throws IOException {
        long at = index;
        try {
            return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length, plain, 0);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException(
                    "sealed bytes do not open: they were changed, cut, or sealed elsewhere or for something else", at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refuses by its tag alone", e);
        }
    }

    private Cipher next(int mode, boolean last) throws IOException, GeneralSecurityException {
        if (index >= MAX_CHUNKS) {
            throw new IOException("a sealed stream has at most 64 TiB");
        }
        byte[] nonce = ByteBuffer.allocate(12).put(prefix).putLong(index).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(ByteBuffer.allocate(MAGIC.length + 9)
                .put(MAGIC)
                .putLong(index)
                .put((byte) (last ? 1 : 0))
                .array());
        index++;
        return cipher;
    }
}
