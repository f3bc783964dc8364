package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfflineWindowTextsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectHasItsText(Language language) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OfflineWindowReport.class.getResourceAsStream("/" + language.file()))) {
            Texts texts = Texts.read(language, file);

            for (OfflineWindowReport.Subject subject : OfflineWindowReport.Subject.values()) {
                assertTrue(texts.byKey().containsKey("status." + subject), subject::name);
            }
        }
    }
}
