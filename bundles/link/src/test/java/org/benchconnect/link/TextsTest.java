package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.link.egress.EgressTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectAndProblemHasItsTextAndNothingElseHas(Language language) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (LinkStatusSource.Subject subject : LinkStatusSource.Subject.values()) {
            expected.add("status." + subject);
        }
        for (Problem problem : Problem.values()) {
            expected.add("token." + problem);
        }
        expected.addAll(EgressTokens.KEYS);

        try (InputStream file = Objects.requireNonNull(TextsTest.class.getResourceAsStream("/" + language.file()))) {
            Texts texts = Texts.read(language, file);

            assertTrue(texts.byKey().size() > 10);
            assertEquals(expected, new TreeSet<>(texts.byKey().keySet()));
        }
    }
}
