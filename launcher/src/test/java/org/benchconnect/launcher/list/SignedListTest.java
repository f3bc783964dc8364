package org.benchconnect.launcher.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedListTest {
    private static final String BASE = "ab".repeat(32);
    private static final byte[] LIST = ("a".repeat(64) + "  modules/" + "a".repeat(64) + ".jar\n").getBytes(ISO_8859_1);

    private final TestDevice device = new TestDevice();
    private final byte[] signature = SignedList.sign(device, LIST, Kind.GENERATION, 3, BASE);

    @TempDir
    Path folder;

    @Test
    void whatTheDeviceSignedIsAccepted() throws Exception {
        SignedList signed = verify(signature);

        assertEquals(Kind.GENERATION, signed.kind());
        assertEquals(3, signed.serial());
        assertEquals(BASE, signed.base());
        signed.requireSerial(3);
    }

    @Test
    void aGrantsListIsSignedInTheSameForm() throws Exception {
        byte[] grants = SignedList.sign(device, LIST, Kind.GRANTS, 999_999_999_999_999_999L, BASE);

        SignedList signed = SignedList.verify(grants, LIST, device.key(), Kind.GRANTS, BASE);

        assertEquals(999_999_999_999_999_999L, signed.serial());
    }

    @Test
    void anotherDevicesSignatureIsRefused() {
        byte[] other = SignedList.sign(new TestDevice(), LIST, Kind.GENERATION, 3, BASE);

        assertThrows(ListRefusedException.WrongSignature.class, () -> verify(other));
    }

    @Test
    void anotherPinRefusesEverything() {
        assertThrows(
                ListRefusedException.WrongSignature.class,
                () -> SignedList.verify(signature, LIST, new TestDevice().key(), Kind.GENERATION, BASE));
    }

    @Test
    void aGrantsListIsNoGeneration() {
        byte[] grants = SignedList.sign(device, LIST, Kind.GRANTS, 3, BASE);

        ListRefusedException.WrongSubject refused =
                assertThrows(ListRefusedException.WrongSubject.class, () -> verify(grants));

        assertEquals("generation", refused.expected);
        assertEquals("grants", refused.found);
    }

    @Test
    void aListOfAnotherBaseReleaseIsRefused() {
        byte[] old = SignedList.sign(device, LIST, Kind.GENERATION, 3, "cd".repeat(32));

        assertThrows(ListRefusedException.WrongSubject.class, () -> verify(old));
    }

    @Test
    void anotherSerialThanTheExpectedIsRefused() throws Exception {
        SignedList signed = verify(signature);

        assertThrows(ListRefusedException.WrongSubject.class, () -> signed.requireSerial(4));
    }

    @Test
    void eachChangedBitOfTheListIsRefused() {
        for (int bit = 0; bit < LIST.length * 8; bit++) {
            byte[] changed = flip(LIST, bit);

            assertThrows(
                    ListRefusedException.WrongSubject.class,
                    () -> SignedList.verify(signature, changed, device.key(), Kind.GENERATION, BASE));
        }
    }

    @Test
    void eachChangedBitOfTheSignatureFileIsRefused() {
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = flip(signature, bit);

            assertThrows(ListRefusedException.class, () -> verify(changed), "bit " + bit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kind generation, kind grants",
        "serial 3, serial 4",
        "serial 3, serial 33",
        "base ab, base cd",
        "list , list 0",
        "signed-list 1, signed-list 2"
    })
    void anEditedLineIsRefused(String from, String to) {
        byte[] edited = text().replaceFirst(from, to).getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.class, () -> verify(edited));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "note x\n", "signature AAAA\n", "\u0000", " "})
    void anythingMoreAtTheEndIsRefused(String more) {
        byte[] longer = (text() + more).getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.Malformed.class, () -> verify(longer));
    }

    @Test
    void anythingLessIsRefused() {
        for (int length = 0; length < signature.length; length++) {
            byte[] cut = Arrays.copyOf(signature, length);

            assertThrows(ListRefusedException.Malformed.class, () -> verify(cut));
        }
    }

    @Test
    void anExtraLineBetweenIsRefused() {
        byte[] edited = text().replace("serial 3\n", "serial 3\nserial 4\n").getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.Malformed.class, () -> verify(edited));
    }

    @Test
    void linesThatEndAsOnWindowsAreRefused() {
        byte[] edited = text().replace("\n", "\r\n").getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.Malformed.class, () -> verify(edited));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "03", "+3", "1000000000000000000", "3 "})
    void aSerialInAnyOtherFormIsRefused(String serial) {
        byte[] edited = text().replace("serial 3\n", "serial " + serial + "\n").getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.Malformed.class, () -> verify(edited));
    }

    @Test
    void aSecondSpellingOfTheSameSignatureIsRefused() {
        String text = text();
        int last = text.lastIndexOf("==") - 1;
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char spare = alphabet.charAt(alphabet.indexOf(text.charAt(last)) ^ 1);
        byte[] edited = (text.substring(0, last) + spare + text.substring(last + 1)).getBytes(ISO_8859_1);

        assertThrows(ListRefusedException.Malformed.class, () -> verify(edited));
    }

    @Test
    void aTrailingByteAfterTheSignatureIsRefused() {
        byte[] message = {1, 2, 3};
        byte[] longer = Arrays.copyOf(device.sign(message), DeviceKey.SIGNATURE_LENGTH + 1);
        String text = text();
        byte[] edited = (text.substring(0, text.indexOf("signature ")) + "signature "
                        + Base64.getEncoder().encodeToString(longer) + "\n")
                .getBytes(ISO_8859_1);

        assertTrue(device.key().verifies(message, Arrays.copyOf(longer, DeviceKey.SIGNATURE_LENGTH)));
        assertEquals(false, device.key().verifies(message, longer));
        assertThrows(ListRefusedException.Malformed.class, () -> verify(edited));
    }

    @Test
    void aLinkIsNoSignature() throws Exception {
        Path list = Files.write(folder.resolve("SHA256SUMS"), LIST);
        Files.createSymbolicLink(folder.resolve("SHA256SUMS.sig"), Files.write(folder.resolve("elsewhere"), signature));

        assertThrows(ListRefusedException.Malformed.class, () -> SignedList.readBeside(list));
    }

    @Test
    void aHugeSignatureIsNotReadIntoMemory() throws Exception {
        Path list = Files.write(folder.resolve("SHA256SUMS"), LIST);
        Files.write(folder.resolve("SHA256SUMS.sig"), new byte[513]);

        assertThrows(ListRefusedException.Malformed.class, () -> SignedList.readBeside(list));
    }

    private SignedList verify(byte[] file) throws ListRefusedException {
        return SignedList.verify(file, LIST, device.key(), Kind.GENERATION, BASE);
    }

    private String text() {
        return new String(signature, ISO_8859_1);
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
