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
import org.benchconnect.instrument.fcs.judgement.RunCode;
import org.benchconnect.instrument.fcs.qc.QcRefusal;
import org.benchconnect.instrument.fcs.qc.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonCodeAndTokenAndNothingElseIsSaidInEveryLanguage(Language language) throws IOException {
        InputStream file = Objects.requireNonNull(FcsRefusal.class.getResourceAsStream("/" + language.file()));

        Set<String> expected = Stream.of(FcsRefusal.values(), QcRefusal.values(), Verdict.values())
                .flatMap(Stream::of)
                .map(token -> "token." + token)
                .collect(Collectors.toSet());
        for (RunCode code : RunCode.values()) {
            Stream.of("title", "detail", "remedy").forEach(part -> expected.add("code." + code + "." + part));
        }

        assertEquals(expected, Texts.read(language, file).byKey().keySet());
    }
}
