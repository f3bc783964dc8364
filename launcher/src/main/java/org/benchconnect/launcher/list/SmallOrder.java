package org.benchconnect.launcher.list;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Encoded points of Ed25519 (RFC 8032, section 5.1.3) that are no key of anybody: those of low order, for which signatures exist that
 * verify any message, and those whose coordinate is not reduced, which are second spellings. The Java runtime takes them all.
 */
final class SmallOrder {
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The y of the eight points whose order divides 8; the two long ones are of order 8. */
    private static final Set<BigInteger> COORDINATES = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            littleEndian("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
            littleEndian("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"));

    private SmallOrder() {}

    /**
     * Whether this is one of them.
     *
     * @param key 32 bytes
     */
    static boolean isWeak(byte[] key) {
        BigInteger y = littleEndian(key).clearBit(255); // the sign of x, which is either
        return y.compareTo(PRIME) >= 0 || COORDINATES.contains(y);
    }

    private static BigInteger littleEndian(String hex) {
        return littleEndian(HexFormat.of().parseHex(hex));
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] turned = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }
}
