package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePublicKeyTest {
    private static final String BODY = "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";
    private static final String TEXT = "-----BEGIN PUBLIC KEY-----\n" + BODY + "\n-----END PUBLIC KEY-----\n";
    /** RFC 8032, section 7.1, test 2. */
    private static final DevicePublicKey KEY = DevicePublicKey.of(
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));

    @TempDir
    Path folder;

    @Test
    void theFileIsTheOneThatTheLauncherReads() throws Exception {
        assertEquals(TEXT, KEY.toText());
        assertEquals(KEY, DevicePublicKey.read(Files.writeString(folder.resolve("device.pub"), TEXT)));
    }

    @Test
    void theFingerprintIsEightGroupsOfEight() {
        assertEquals(true, KEY.fingerprint().matches("([0-9a-f]{8} ){7}[0-9a-f]{8}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", BODY, TEXT + "\n", TEXT + TEXT})
    void everyOtherSpellingIsRefused(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("device.pub"), text);

        assertThrows(BrokenIdentityException.class, () -> DevicePublicKey.read(file));
    }

    @Test
    void aSecondSpellingOfTheSameKeyIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("device.pub"), TEXT.replace("Zgw=", "Zgx="));

        assertThrows(BrokenIdentityException.class, () -> DevicePublicKey.read(file));
    }

    /** The launcher's reader has a list of them; this one computes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aPointForWhichAnybodyCanSignIsNoKey(String point) throws Exception {
        byte[] key = HexFormat.of().parseHex(point);
        byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + point);
        String text = "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
        Path file = Files.writeString(folder.resolve("device.pub"), text);

        assertThrows(BrokenIdentityException.class, () -> DevicePublicKey.read(file));
        assertThrows(IllegalArgumentException.class, () -> DevicePublicKey.of(key));
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), TEXT);
        Path link = Files.createSymbolicLink(folder.resolve("device.pub"), real);

        assertThrows(BrokenIdentityException.class, () -> DevicePublicKey.read(link));
    }
}
