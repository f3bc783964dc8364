package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTableTest {
    @Test
    void aRuleSaysAllThatItCanSay() {
        LogRule rule = LogRule.parse(3, "INDEX_ERRORS warning software 50 in 10m clears after 2h: Index .* bounds: x")
                .orElseThrow();

        assertEquals("INDEX_ERRORS", Objects.requireNonNull(rule.code()).name());
        assertEquals(Kind.SOFTWARE, rule.code().kind());
        assertEquals(Severity.WARNING, rule.severity());
        assertEquals(50, rule.count());
        assertEquals(Duration.ofMinutes(10), rule.within());
        assertEquals(Duration.ofHours(2), rule.clearsAfter());
        assertEquals("Index .* bounds: x", rule.expression());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lost: x",
                "lost fault instrument: x",
                "LOST terrible instrument: x",
                "LOST fault instrument: ",
                "LOST fault instrument: (",
                "LOST fault instrument: .*",
                "LOST fault instrument 0 in 10m: x",
                "LOST fault instrument 3 in 32d: x",
                "LOST fault instrument 3 in 0s: x",
                "LOST fault instrument clears after soon: x"
            })
    void whatIsNoRuleIsToldByItsPlace(String text) {
        LogTable table = LogTable.of(List.of("GOOD fault instrument: x", text));

        assertEquals(List.of(2), table.invalid());
        assertEquals(Set.of("GOOD"), table.codes());
    }

    @Test
    void twoRulesThatRaiseOneCodeAndOneThatClearsNoneAreNoRules() {
        LogTable table = LogTable.of(List.of("A fault instrument: x", "A fault instrument: y", "clear B: z"));

        assertEquals(List.of(2, 3), table.invalid());
    }

    @Test
    void everyCodeHasItsTextsInEveryLanguage() throws IOException {
        for (Language language : Language.values()) {
            try (InputStream file = Objects.requireNonNull(LogCode.class.getResourceAsStream("/" + language.file()))) {
                Set<String> keys = Texts.read(language, file).byKey().keySet();
                for (String part : List.of("title", "detail", "remedy")) {
                    for (LogCode code : LogCode.values()) {
                        assertTrue(keys.contains("code." + code.name() + "." + part), code + " " + language);
                    }
                    assertTrue(keys.contains("code.CONFIGURED." + part));
                }
            }
        }
    }
}
