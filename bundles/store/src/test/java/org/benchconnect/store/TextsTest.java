package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @TempDir
    Path home;

    private static Texts texts(Language language) throws Exception {
        InputStream file = TextsTest.class.getResourceAsStream("/" + language.file());
        return Texts.read(language, Objects.requireNonNull(file, "a language has its file"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) throws Exception {
        assertEquals(
                texts(Language.EN).byKey().keySet(), texts(language).byKey().keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void statusFillsEveryPlaceholder(Language language) throws Exception {
        SqliteStore store = Given.store(home);
        Status status = store.status();
        store.close();

        String said = texts(language).get("status." + status.subject(), status.facts());

        assertFalse(said.contains("\u2013"), said);
        assertFalse(said.contains("{"), said);
    }
}
