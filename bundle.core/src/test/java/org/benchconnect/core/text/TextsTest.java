package org.benchconnect.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.junit.jupiter.api.Test;

class TextsTest {
    enum Name implements FactName {
        LASER,
        MEASURED_MILLIWATT
    }

    enum Colour {
        RED
    }

    @Test
    void numbersAndTokensAreSaidAsTheLanguageSaysThem() throws IOException {
        Texts italian =
                texts(Language.IT, "code.X.detail=Laser {laser}: {measuredMilliwatt} mW {other}\ntoken.RED=rosso\n");

        String said = italian.get(
                "code.X.detail", Facts.none().with(Name.LASER, Colour.RED).with(Name.MEASURED_MILLIWATT, 1234.5));

        assertEquals("Laser rosso: 1.234,5 mW –", said);
    }

    @Test
    void aMissingTextShowsItsKey() throws IOException {
        assertEquals("code.Y.title", texts(Language.EN, "").get("code.Y.title"));
    }

    @Test
    void theFirstLanguageThatWeHaveIsTaken() {
        assertEquals(Language.ES, Language.accepted("fr-CH, es-MX;q=0.9, it;q=0.8"));
        assertEquals(Language.EN, Language.accepted(""));
    }

    private static Texts texts(Language language, String lines) throws IOException {
        return Texts.read(language, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
