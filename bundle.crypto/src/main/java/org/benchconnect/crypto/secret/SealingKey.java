package org.benchconnect.crypto.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Seals streams with one AES-256 key. Each stream has a key of its own, from this one, 32 random bytes in its header and its
 * purpose (HKDF-SHA256), and is encrypted with AES-GCM in chunks of 16 KiB. Any thread.
 *
 * <p>Guaranteed: what opens is what was sealed with this key for this purpose, whole and in order. Not guaranteed: that it is the
 * newest that was sealed; and the length is not hidden.
 */
public final class SealingKey implements AutoCloseable {
    /** AES-256. In bytes. */
    public static final int LENGTH = 32;

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COPY = 16 * 1024;

    private final Secret key;

    /**
     * A key that is at hand.
     *
     * @param key 32 bytes; copied
     */
    public SealingKey(Secret key) {
        if (key.length() != LENGTH) {
            throw new IllegalArgumentException("a sealing key has " + LENGTH + " bytes");
        }
        byte[] bytes = key.exposeBytes();
        this.key = Secret.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    /**
     * Begins a sealed stream. What is written counts only after {@link SealedOutput#finish()}.
     *
     * @param purpose 1 to 64 characters of a to z, 0 to 9, dot and hyphen
     */
    public SealedOutput sealing(String purpose, OutputStream sealed) throws IOException {
        byte[] salt = new byte[Chunks.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new SealedOutput(sealed, chunks(purpose, salt));
    }

    /**
     * Reads the header of a sealed stream.
     *
     * @throws SealBrokenException when it has none
     */
    public SealedInput opening(String purpose, InputStream sealed) throws IOException {
        byte[] salt = Chunks.readHeader(sealed);
        return new SealedInput(sealed, chunks(purpose, salt));
    }

    /** Seals until the end of the stream. Closes neither. */
    public void seal(String purpose, InputStream plain, OutputStream sealed) throws IOException {
        try (SealedOutput out = sealing(purpose, sealed)) {
            copy(plain, out);
            out.finish();
        }
    }

    /**
     * The opposite. Bytes written before an exception are genuine, but not all there is. Closes neither.
     *
     * @throws SealBrokenException when it was changed, cut, or sealed with another key or for another purpose
     */
    public void open(String purpose, InputStream sealed, OutputStream plain) throws IOException {
        try (SealedInput in = opening(purpose, sealed)) {
            copy(in, plain);
        }
    }

    private Chunks chunks(String purpose, byte[] salt) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose has 1 to 64 characters of a to z, 0 to 9, dot and hyphen");
        }
        byte[] info = ("benchconnect sealed stream 1 " + purpose).getBytes(StandardCharsets.US_ASCII);
        try (Secret stream = Hkdf.sha256(key, salt, info, Chunks.KEY_LENGTH)) {
            return new Chunks(stream, salt);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPY];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
            }
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    /** Wipes the key; streams already begun go on. */
    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "sealing key";
    }
}
