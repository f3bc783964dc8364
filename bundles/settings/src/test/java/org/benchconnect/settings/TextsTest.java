package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.status.Status;
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
        for (Status status : List.of(Findings.status(true, outcome), Findings.status(false, outcome))) {
            String said = texts.get("status." + status.subject(), status.facts());
            assertFalse(said.contains("–") || said.startsWith("status."), said);
        }
        for (Defect defect : Defect.values()) {
            assertTrue(texts.byKey().containsKey("token." + defect), defect.name());
        }
    }
}
