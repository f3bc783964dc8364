package org.benchconnect.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
    private static final Map<Scheme, SigningKeyPair> PAIRS =
            Stream.of(Scheme.values()).collect(Collectors.toMap(Function.identity(), SigningKeys::generate));

    private static VerificationKey key(Scheme scheme) throws KeyRefusedException {
        return VerificationKey.of(scheme, PAIRS.get(scheme).publicKey());
    }

    private static void refused(Scheme scheme, byte[] encoded) {
        assertThrows(KeyRefusedException.class, () -> VerificationKey.of(scheme, encoded));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void rightSignatureVerifies(Scheme scheme) throws Exception {
        assertTrue(key(scheme).verifies(MESSAGE, PAIRS.get(scheme).sign(MESSAGE)));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void signatureOverAnotherMessageDoesNotVerify(Scheme scheme) throws Exception {
        assertFalse(key(scheme).verifies(new byte[0], PAIRS.get(scheme).sign(MESSAGE)));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void truncatedLongerAndFlippedSignaturesDoNotVerify(Scheme scheme) throws Exception {
        byte[] signature = PAIRS.get(scheme).sign(MESSAGE);
        byte[] flipped = signature.clone();
        flipped[signature.length / 2] ^= 1;

        assertFalse(key(scheme).verifies(MESSAGE, flipped));
        assertFalse(key(scheme).verifies(MESSAGE, new byte[0]));
        assertFalse(key(scheme).verifies(MESSAGE, new byte[1 << 20]));
        assertFalse(key(scheme).verifies(MESSAGE, Arrays.copyOf(signature, signature.length - 1)));
        assertFalse(key(scheme).verifies(MESSAGE, Arrays.copyOf(signature, signature.length + 1)));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void textGivesTheSameKey(Scheme scheme) throws Exception {
        VerificationKey key = key(scheme);

        VerificationKey read = VerificationKey.ofPem(scheme, key.pem());

        assertEquals(key, read);
        assertEquals(key.hashCode(), read.hashCode());
        assertArrayEquals(key.encoded(), read.encoded());
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void keyOfAnotherSchemeIsRefused(Scheme scheme) {
        Stream.of(Scheme.values())
                .filter(other -> other != scheme)
                .forEach(other -> refused(scheme, PAIRS.get(other).publicKey()));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void everyTruncationAndOneMoreByteAreRefused(Scheme scheme) {
        byte[] encoded = PAIRS.get(scheme).publicKey();

        for (int length = 0; length < encoded.length; length++) {
            refused(scheme, Arrays.copyOf(encoded, length));
        }
        refused(scheme, Arrays.copyOf(encoded, encoded.length + 1));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void nameInMetadataIsRead(Scheme scheme) {
        assertEquals(Optional.of(scheme), Scheme.ofTufName(scheme.tufName()));
        assertEquals(Optional.empty(), Scheme.ofTufName(scheme.tufName().toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void olderEncodingOfAPointGivesTheSameKey() throws KeyRefusedException {
        byte[] info = PAIRS.get(Scheme.ECDSA_SHA2_NISTP256).publicKey();
        byte[] point = Arrays.copyOfRange(info, info.length - 65, info.length);

        assertEquals(key(Scheme.ECDSA_SHA2_NISTP256), VerificationKey.ofEcPoint(point));
        assertNotEquals(key(Scheme.ECDSA_SHA2_NISTP256), key(Scheme.ED25519));
    }

    @Test
    void pointThatIsNotOnTheCurveIsRefused() {
        byte[] info = PAIRS.get(Scheme.ECDSA_SHA2_NISTP256).publicKey();
        byte[] point = Arrays.copyOfRange(info, info.length - 65, info.length);
        point[64] ^= 1;

        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofEcPoint(point));
        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofEcPoint(new byte[65]));
        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofEcPoint(new byte[] {0}));
    }

    @Test
    void keyOnAnotherCurveIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));

        refused(
                Scheme.ECDSA_SHA2_NISTP256,
                generator.generateKeyPair().getPublic().getEncoded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The points of order 1, 2, 4 and 8, and encodings of them that are not canonical.
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void ed25519PointOfLowOrderIsRefused(String point) {
        refused(Scheme.ED25519, HexFormat.of().parseHex(point));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1536, 2047, 8193, 16384})
    void rsaModulusOfAnotherLengthIsRefused(int bits) throws GeneralSecurityException {
        refused(Scheme.RSASSA_PSS_SHA256, rsa(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), 65537));
    }

    @Test
    void rsaEvenModulusIsRefused() throws GeneralSecurityException {
        refused(Scheme.RSASSA_PSS_SHA256, rsa(BigInteger.ONE.shiftLeft(2047), 65537));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 65535, 65536, 65538})
    void rsaExponentThatIsSmallOrEvenIsRefused(long exponent) throws GeneralSecurityException {
        refused(Scheme.RSASSA_PSS_SHA256, rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), exponent));
    }

    private static byte[] rsa(BigInteger modulus, long exponent) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent)))
                    .getEncoded();
        } catch (java.security.spec.InvalidKeySpecException e) {
            // The JDK does not even encode it.
            return new byte[0];
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\n%%%%\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nAB==\n-----END PUBLIC KEY-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            })
    void textThatIsNoKeyIsRefused(String text) {
        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofPem(Scheme.ED25519, text));
    }

    @Test
    void textWithTwoKeysOrTooLongIsRefused() throws KeyRefusedException {
        String pem = key(Scheme.ED25519).pem();

        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofPem(Scheme.ED25519, pem + pem));
        assertThrows(KeyRefusedException.class, () -> VerificationKey.ofPem(Scheme.ED25519, pem + " ".repeat(5000)));
    }
}
