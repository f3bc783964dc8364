package org.benchconnect.crypto.signature;

import java.util.Arrays;
import java.util.HexFormat;

/** ECDSA over P-256 with SHA-256. */
record EcMaterial(EcdsaKey key) implements KeyMaterial {
    /** RFC 5480, section 2: SEQUENCE { SEQUENCE { id-ecPublicKey, secp256r1 }, BIT STRING }, for 65 bytes. */
    private static final byte[] INFO = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private static final int POINT = 65;

    static EcMaterial ofInfo(byte[] info) throws KeyRefusedException {
        if (info.length != INFO.length + POINT || !Arrays.equals(info, 0, INFO.length, INFO, 0, INFO.length)) {
            throw new KeyRefusedException(
                    "SubjectPublicKeyInfo of an uncompressed point on P-256", "another structure");
        }
        return new EcMaterial(EcdsaKey.of(EcCurve.P256, Arrays.copyOfRange(info, INFO.length, info.length)));
    }

    static byte[] info(byte[] point) throws KeyRefusedException {
        if (point.length != POINT) {
            throw new KeyRefusedException("65 bytes", point.length + " bytes");
        }
        return Bytes.concat(INFO, point);
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return key.verifies(Bytes.digest("SHA-256", message), signature);
    }
}
