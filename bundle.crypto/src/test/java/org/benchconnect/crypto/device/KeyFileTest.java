package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    private static final Secret KEY = Secret.copyOf(new byte[32]);
    private final KeyFile file = KeyFile.of(ProtectorKind.TPM2, new byte[] {1, 2, 3, 4}, KEY);

    @Test
    void whatIsWrittenIsReadAndProven() throws Exception {
        KeyFile read = KeyFile.parse(file.toBytes());

        read.prove(KEY);
        assertEquals(ProtectorKind.TPM2, read.protector());
        assertArrayEquals(new byte[] {1, 2, 3, 4}, read.blob());
    }

    @Test
    void anotherKeyDoesNotProveIt() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThrows(BrokenIdentityException.class, () -> file.prove(Secret.copyOf(other)));
    }

    @ParameterizedTest
    @CsvSource({"protector tpm2, protector file", "AQIDBA==, AQIDBQ=="})
    void anEditedHeaderIsNotProven(String from, String to) throws Exception {
        String edited = text().replace(from, to);

        KeyFile read = KeyFile.parse(edited.getBytes(StandardCharsets.US_ASCII));

        assertThrows(BrokenIdentityException.class, () -> read.prove(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpm3", "TPM2", "", "best"})
    void aProtectorThatThereIsNotIsRefused(String word) {
        byte[] edited = text().replace("tpm2", word).getBytes(StandardCharsets.US_ASCII);

        assertThrows(BrokenIdentityException.class, () -> KeyFile.parse(edited));
    }

    @Test
    void aSecondSpellingOfTheBlobIsRefused() {
        byte[] edited = text().replace("AQIDBA==", "AQIDBB==").getBytes(StandardCharsets.US_ASCII);

        assertThrows(BrokenIdentityException.class, () -> KeyFile.parse(edited));
    }

    @Test
    void aCutOrLongerFileIsRefused() {
        byte[] bytes = file.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(BrokenIdentityException.class, () -> KeyFile.parse(cut));
        }

        assertThrows(BrokenIdentityException.class, () -> KeyFile.parse(Arrays.copyOf(bytes, bytes.length + 1)));
        assertThrows(BrokenIdentityException.class, () -> KeyFile.parse(new byte[KeyFile.MAX_BYTES + 1]));
    }

    @Test
    void itDoesNotPrintWhatItHolds() {
        assertEquals("device key, protected by tpm2", file.toString());
    }

    private String text() {
        return new String(file.toBytes(), StandardCharsets.US_ASCII);
    }
}
