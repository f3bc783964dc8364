package org.benchconnect.crypto.secret;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), version 1.3, always with 19 MiB, 2 passes and 1 lane: some tenths of a second, and memory that an agent with a small heap has.
 * More memory would end it. Any thread; each call takes those 19 MiB, so callers take turns.
 */
public final class Argon2id {
    /** What comes out, in bytes. */
    public static final int LENGTH = 32;
    /** What goes in beside the secret: random, in bytes. */
    public static final int SALT = 16;

    static final int MEMORY_KIB = 19 * 1024;
    static final int PASSES = 2;
    static final int LANES = 1;

    private Argon2id() {}

    /**
     * Stretches a short secret; the caller wipes what he is given.
     *
     * @param salt {@link #SALT} bytes
     */
    public static byte[] stretch(Secret secret, byte[] salt) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("the salt has " + SALT + " bytes");
        }
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        byte[] bytes = secret.exposeBytes();
        byte[] stretched = new byte[LENGTH];
        try {
            generator.generateBytes(bytes, stretched);
            return stretched;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
