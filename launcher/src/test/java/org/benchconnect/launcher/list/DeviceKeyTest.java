package org.benchconnect.launcher.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceKeyTest {
    /** RFC 8032, section 7.1, test 2. */
    private static final DeviceKey RFC =
            DeviceKey.of(HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));

    private static final byte[] RFC_SIGNATURE = HexFormat.of()
            .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    @TempDir
    Path folder;

    @Test
    void theSignatureOfTheSpecificationIsRight() {
        assertEquals(true, RFC.verifies(new byte[] {0x72}, RFC_SIGNATURE));
        assertFalse(RFC.verifies(new byte[] {0x73}, RFC_SIGNATURE));
    }

    @Test
    void aSignatureWhoseSecondHalfIsTooGreatIsRefused() {
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] greater = RFC_SIGNATURE.clone();
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (greater[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            greater[32 + i] = (byte) sum;
            carry = sum >> 8;
        }

        assertFalse(RFC.verifies(new byte[] {0x72}, greater));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve(DeviceKey.FILE), RFC.toText());

        assertEquals(RFC, DeviceKey.read(file));
    }

    @Test
    void theFingerprintIsEightGroupsOfEight() {
        assertEquals(true, RFC.fingerprint().matches("([0-9a-f]{8} ){7}[0-9a-f]{8}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgx=\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\r\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\r\n-----END PUBLIC KEY-----\r\n"
            })
    void aKeyInAnyOtherFormIsRefused(String text) {
        assertThrows(ListRefusedException.Malformed.class, () -> DeviceKey.parse(text));
    }

    @Test
    void aLinkIsNoPin() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), RFC.toText());
        Path file = Files.createSymbolicLink(folder.resolve(DeviceKey.FILE), elsewhere);

        assertThrows(ListRefusedException.Malformed.class, () -> DeviceKey.read(file));
    }
}
