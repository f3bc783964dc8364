package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;

class DoctorTextsTest {
    private static final Pattern NAME = Pattern.compile("\\{[a-z]+\\}");

    private static final Set<Cause> NOTHING_TO_DO =
            Set.of(Cause.WELL, Cause.NOT_TESTED, Cause.OFFLINE, Cause.SIGN_IN_ACCEPTED, Cause.SIGN_IN_ACCEPTED_UNTIL);

    private static Map<String, String> texts(Language language) throws IOException {
        try (InputStream in =
                Words.class.getResourceAsStream("texts_" + language.locale().getLanguage() + ".properties")) {
            assertTrue(in != null);
            return Texts.read(language, in).byKey();
        }
    }

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        Map<String, String> english = texts(Language.EN);
        for (Language language : Language.values()) {
            Map<String, String> other = texts(language);

            assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(other.keySet()));
            english.forEach((key, text) -> assertEquals(names(text), names(other.getOrDefault(key, "")), key));
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCauseHasWordsAndARemedy() {
        for (Language language : Language.values()) {
            for (Cause cause : Cause.values()) {
                Finding finding = new Finding(cause.hop(), Finding.State.FAILED, cause, Map.of());
                boolean isNone = NOTHING_TO_DO.contains(cause);

                assertFalse(Words.of(language).title(finding).startsWith("cause."), cause::name);
                assertEquals(isNone, Words.of(language).remedy(finding).isEmpty(), cause::name);
            }
            for (Hop hop : Hop.values()) {
                assertFalse(Words.of(language).say("hop." + hop).startsWith("hop."), hop::name);
            }
        }
    }
}
