package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    /** As adapters name it. */
    private enum Wrong {
        NOT_THIS_INSTRUMENT
    }

    private static Texts texts(Language language) throws IOException {
        InputStream file = Objects.requireNonNull(FolderCode.class.getResourceAsStream("/" + language.file()));
        return Texts.read(language, file);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsTextsInEveryLanguage(Language language) throws IOException {
        Set<String> keys = texts(language).byKey().keySet();

        for (FolderCode code : FolderCode.values()) {
            for (String part : new String[] {"title", "detail", "remedy"}) {
                assertTrue(keys.contains("code." + code + "." + part), code + "." + part);
            }
        }
    }

    @Test
    void aRefusedFileIsToldWithItsReasonInEveryLanguage() throws IOException {
        Facts facts =
                Facts.none().with(FolderFact.REASON, Wrong.NOT_THIS_INSTRUMENT).with(FolderFact.FILES_IN_A_ROW, 2);

        assertEquals(
                "A new file in the instrument's folder was passed over; the reason: it is not of an instrument of this"
                        + " kind. Nothing in it was examined. Such files in a row: 2.",
                texts(Language.EN).get("code.FILE_REFUSED.detail", facts));
        for (Language language : Language.values()) {
            String detail = texts(language).get("code.FILE_REFUSED.detail", facts);
            assertTrue(detail.endsWith(": 2.") && !detail.contains("NOT_") && !detail.contains("{"), detail);
        }
    }

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        Set<String> english = texts(Language.EN).byKey().keySet();

        assertEquals(english, texts(Language.IT).byKey().keySet());
        assertEquals(english, texts(Language.ES).byKey().keySet());
    }
}
