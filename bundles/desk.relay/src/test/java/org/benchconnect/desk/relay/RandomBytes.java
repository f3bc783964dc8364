package org.benchconnect.desk.relay;

import java.util.Random;

/** Bytes that are easy to tell apart and the same each time. */
final class RandomBytes {
    private RandomBytes() {}

    static byte[] of(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
