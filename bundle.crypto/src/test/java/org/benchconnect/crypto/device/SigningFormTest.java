package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningFormTest {
    private static final String LINES = "benchconnect-signed-list 1\nkind generation\nserial 3\nbase " + "ab".repeat(32)
            + "\nlist " + "cd".repeat(32) + "\n";

    @TempDir
    Path home;

    @Test
    void aPeersChallengeThatIsAGenerationListIsSignedAsNone() throws Exception {
        OpenedKeys keys = MadeIdentity.in(home).open(new FileProtector());

        byte[] signature = keys.sign("link.login", bytes(LINES));

        assertFalse(verifies(keys, bytes(LINES), signature));
        assertTrue(verifies(keys, SigningForm.message("link.login", bytes(LINES)), signature));
    }

    @Test
    void aListIsSignedAsItIs() throws Exception {
        OpenedKeys keys = MadeIdentity.in(home).open(new FileProtector());

        assertTrue(verifies(keys, bytes(LINES), keys.signList(bytes(LINES))));
    }

    @Test
    void theFormOfAMessageIsTheDocumentedOne() {
        assertArrayEquals(
                bytes("benchconnect-signed-message 1\npurpose a.b\nhello"), SigningForm.message("a.b", bytes("hello")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "a\n", "A", ".a", "\u00e9"})
    void aPurposeIsOneWord(String purpose) {
        assertThrows(IllegalArgumentException.class, () -> SigningForm.message(purpose, bytes("hello")));
    }

    @Test
    void whatIsNoListIsNotSignedAsOne() {
        for (String lines : new String[] {
            "",
            "hello",
            LINES + "signature x\n",
            LINES.replace("\n", "\r\n"),
            LINES.replace("generation", "release"),
            LINES.replace("serial 3", "serial 03"),
            LINES.strip(),
            "\n" + LINES,
            LINES.replace("-list 1", "-message 1")
        }) {
            assertThrows(IllegalArgumentException.class, () -> SigningForm.list(bytes(lines)), lines);
        }
    }

    private static boolean verifies(OpenedKeys keys, byte[] message, byte[] signature) {
        return Ed25519.verify(signature, 0, keys.publicKey(), 0, message, 0, message.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
