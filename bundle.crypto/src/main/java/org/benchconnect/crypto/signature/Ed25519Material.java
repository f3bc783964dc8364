package org.benchconnect.crypto.signature;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 by Bouncy Castle, which refuses what RFC 8032 5.1.7 says to refuse (a scalar that is not reduced, a byte too many); the
 * JDK takes a trailing byte. Its class for the curve alone is loaded, no provider: a command line starts quicker.
 */
record Ed25519Material(byte[] point) implements KeyMaterial {
    /** RFC 8410, section 4: SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING }. */
    private static final byte[] INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    static Ed25519Material of(byte[] point) throws KeyRefusedException {
        if (point.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new KeyRefusedException("32 bytes", point.length + " bytes");
        }
        // Of prime order: for a point of low order, there are signatures that verify for any message.
        if (!Ed25519.validatePublicKeyFull(point, 0)) {
            throw new KeyRefusedException("a point of prime order on edwards25519", "another");
        }
        return new Ed25519Material(point);
    }

    /** The 32 bytes of a SubjectPublicKeyInfo. */
    static byte[] ofInfo(byte[] info) throws KeyRefusedException {
        if (info.length != INFO.length + Ed25519.PUBLIC_KEY_SIZE
                || !Arrays.equals(info, 0, INFO.length, INFO, 0, INFO.length)) {
            throw new KeyRefusedException("SubjectPublicKeyInfo of Ed25519", "another structure");
        }
        return Arrays.copyOfRange(info, INFO.length, info.length);
    }

    static byte[] info(byte[] point) {
        return Bytes.concat(INFO, point);
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, 0, message, 0, message.length);
    }
}
