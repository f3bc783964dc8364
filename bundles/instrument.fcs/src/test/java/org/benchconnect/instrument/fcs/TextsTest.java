package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonAndNothingElseIsSaidInEveryLanguage(Language language) throws IOException {
        InputStream file = Objects.requireNonNull(FcsRefusal.class.getResourceAsStream("/" + language.file()));

        Set<String> expected =
                Stream.of(FcsRefusal.values()).map(reason -> "token." + reason).collect(Collectors.toSet());

        assertEquals(expected, Texts.read(language, file).byKey().keySet());
    }
}
