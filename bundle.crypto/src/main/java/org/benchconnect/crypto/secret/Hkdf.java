package org.benchconnect.crypto.secret;

import java.util.Arrays;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-256 (RFC 5869): from one key many, none of which tells anything of another. Any thread. */
public final class Hkdf {
    /** RFC 5869, section 2.3: 255 times the digest's length. In bytes. */
    public static final int MAX_LENGTH = 255 * 32;

    private Hkdf() {}

    /**
     * Extracts and expands.
     *
     * @param key the input keying material
     * @param salt may be empty
     * @param info what the new key is for; may be empty
     * @param length of the new key in bytes, 1 to {@link #MAX_LENGTH}
     */
    public static Secret sha256(Secret key, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("HKDF makes 1 to " + MAX_LENGTH + " bytes");
        }
        byte[] input = key.exposeBytes();
        byte[] output = new byte[length];
        try {
            HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
            generator.init(new HKDFParameters(input, salt, info));
            generator.generateBytes(output, 0, length);
            return Secret.copyOf(output);
        } catch (DataLengthException e) {
            throw new IllegalStateException("the length was checked", e);
        } finally {
            Arrays.fill(input, (byte) 0);
            Arrays.fill(output, (byte) 0);
        }
    }
}
