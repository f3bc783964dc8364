package org.benchconnect.adapter.navios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;

/** How the notices read. */
class WordsTest {
    private static final Facts CLOSED_ONCE = Facts.none()
            .with(NaviosFact.LASER, NaviosAdapter.Laser.VIOLET)
            .with(NaviosFact.OPEN_RUNS, 10)
            .with(NaviosFact.CLOSED_RUNS, 1);

    private static Texts texts(Language language) throws IOException {
        InputStream file = Objects.requireNonNull(NaviosCode.class.getResourceAsStream("/" + language.file()));
        return Texts.read(language, file);
    }

    @Test
    void oneRunIsNotSaidInThePlural() throws IOException {
        assertEquals(
                "The shutter of the violet laser is closed. Closed runs in a row: 1; open runs before: 10."
                        + " The detectors are set as they were then.",
                texts(Language.EN).get("code.LASER_SHUTTER_CLOSED.detail", CLOSED_ONCE));
        assertEquals(
                "L'otturatore del laser viola è chiuso. Acquisizioni consecutive con l'otturatore chiuso: 1; prima, con"
                        + " l'otturatore aperto: 10. I rivelatori sono regolati come allora.",
                texts(Language.IT).get("code.LASER_SHUTTER_CLOSED.detail", CLOSED_ONCE));
        assertEquals(
                "El obturador del láser violeta está cerrado. Adquisiciones consecutivas con el obturador cerrado: 1;"
                        + " antes, con el obturador abierto: 10. Los detectores están ajustados como entonces.",
                texts(Language.ES).get("code.LASER_SHUTTER_CLOSED.detail", CLOSED_ONCE));
    }

    @Test
    void laboratoriesWordsAreUsed() throws IOException {
        Map<Language, List<String>> avoided = Map.of(
                Language.IT, List.of("fuori valore", "di seguito", "corsa", "corse"),
                Language.ES, List.of("fuera de valor", "seguidos", "seguidas"));

        for (Language language : avoided.keySet()) {
            texts(language).byKey().forEach((key, text) -> avoided.get(language)
                    .forEach(words ->
                            assertFalse(text.toLowerCase(language.locale()).contains(words), key)));
        }
    }
}
