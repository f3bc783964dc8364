package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @ParameterizedTest
    @EnumSource
    void everyNoticeAndEveryDefectHasWords(Language language) throws IOException {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));
        Outcome outcome = Schemas.outcome("{\"test.thing\":{\"ratio\":2}}");

        String detail = texts.get(
                "code.SETTINGS_INVALID.detail", Findings.signals(outcome).get(0).facts());

        assertFalse(detail.contains("–"), detail);
        assertFalse(texts.get("status.SETTINGS", Findings.status(true, outcome).facts())
                .contains("–"));
        for (Defect defect : Defect.values()) {
            assertTrue(texts.byKey().containsKey("token." + defect), defect.name());
        }
    }
}
