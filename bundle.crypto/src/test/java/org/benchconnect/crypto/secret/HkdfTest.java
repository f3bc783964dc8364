package org.benchconnect.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HkdfTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5869, appendix A.1. */
    @Test
    void theFirstVectorOfTheSpecificationIsRight() {
        Secret key = Secret.copyOf(HEX.parseHex("0b".repeat(22)));

        Secret okm =
                Hkdf.sha256(key, HEX.parseHex("000102030405060708090a0b0c"), HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42);

        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                HEX.formatHex(okm.exposeBytes()));
    }

    /** RFC 5869, appendix A.3. */
    @Test
    void withoutSaltAndInfoItIsRightToo() {
        Secret key = Secret.copyOf(HEX.parseHex("0b".repeat(22)));

        Secret okm = Hkdf.sha256(key, new byte[0], new byte[0], 42);

        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                HEX.formatHex(okm.exposeBytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Hkdf.MAX_LENGTH + 1})
    void otherLengthsAreRefused(int length) {
        Secret key = Secret.copyOf(new byte[32]);

        assertThrows(IllegalArgumentException.class, () -> Hkdf.sha256(key, new byte[0], new byte[0], length));
    }
}
