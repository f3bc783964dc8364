package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Objects;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.crypto.device.KeysStatus.By;
import org.benchconnect.crypto.device.KeysStatus.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysStatusTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectAndProtectorHasItsText(Language language) throws Exception {
        try (InputStream file =
                Objects.requireNonNull(KeysStatusTest.class.getResourceAsStream("/" + language.file()))) {
            Texts texts = Texts.read(language, file);

            for (KeysStatus subject : KeysStatus.values()) {
                Status status = subject.by(ProtectorKind.TPM2);
                String text = texts.get("status." + subject, status.facts());
                assertFalse(text.contains("KEYS_") || text.contains("{") || text.contains("–"), text);
            }
            for (By by : By.values()) {
                assertTrue(texts.byKey().containsKey("token." + by), by::name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Pin.class)
    void keysInAFileAreNeverSaidToBeProtected(Pin pin) {
        String subject = KeysStatus.ready(ProtectorKind.FILE, pin).subject().toString();

        assertTrue(subject.contains("NOT_PROTECTED") || subject.equals("KEYS_OTHER_PINNED"), subject);
    }

    @Test
    void thePinOfAnotherDeviceIsSaid() {
        assertEquals(
                "KEYS_OTHER_PINNED",
                KeysStatus.ready(ProtectorKind.TPM2, Pin.OTHER).subject().toString());
    }
}
