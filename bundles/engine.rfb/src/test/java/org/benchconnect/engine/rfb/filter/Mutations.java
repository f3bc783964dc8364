package org.benchconnect.engine.rfb.filter;

import java.util.Arrays;
import java.util.Random;

/** What goes wrong with bytes: some changed, cut out, said twice, cut off. */
final class Mutations {
    private Mutations() {}

    /** A third of them stay as they are. */
    static byte[] of(Random random, byte[] bytes) {
        byte[] changed = bytes;
        for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--) {
            changed = one(random, changed);
        }
        return changed;
    }

    private static byte[] one(Random random, byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        return switch (random.nextInt(5)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> {
                byte[] other = bytes.clone();
                Arrays.fill(other, at, at + length, (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256)));
                yield other;
            }
            case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
