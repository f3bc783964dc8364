package org.benchconnect.upgrade.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which hundredth of all PCs this one belongs to: the first eight bytes of the SHA-256 of its agent's UUID, as an unsigned
 * number, modulo 100. Computed here, so that nobody has to know which PCs there are.
 *
 * @param number 0 to 99
 */
public record Ring(int number) {
    /** How many rings there are. */
    public static final int SIZE = 100;

    /** @throws IllegalArgumentException if there is no such ring */
    public Ring {
        if (number < 0 || number >= SIZE) {
            throw new IllegalArgumentException("a ring is 0 to " + (SIZE - 1));
        }
    }

    /**
     * The ring of an agent.
     *
     * @param agentUuid as {@link java.util.UUID#toString} writes it
     */
    public static Ring of(String agentUuid) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(agentUuid.getBytes(StandardCharsets.US_ASCII));
            return new Ring((int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), SIZE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The last ring, which has its turn when all have: for a PC that does not know its own. */
    public static Ring last() {
        return new Ring(SIZE - 1);
    }

    /** Whether it is this PC's turn when so many of a hundred may have the release. */
    public boolean fits(int percent) {
        return number < percent;
    }
}
