package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions mean what they mean in Java, and none of them can hang. */
class BoundedPatternTest {
    private static final List<String> LINES = List.of(
            "",
            "a",
            "ab",
            "aab",
            "b a",
            "Störung €",
            "störung",
            "3/2/2026 12:15:02 ERROR [main] connection lost (code 17)",
            "a.b",
            "x-y_z",
            "]",
            "tab\tand |",
            "aaaa",
            "ba ab");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "^a$",
                "a.b",
                "a\\.b",
                "[a-c]",
                "[^a-c]",
                "[-a]",
                "[a-]",
                "[\\w.]",
                "[^\\s\\d]",
                "\\bconnection\\b",
                "\\Ba",
                "lost|gone",
                "(?:lost|gone) \\(code \\d+\\)",
                "^\\d{1,2}/\\d{1,2}/\\d{4} .*ERROR",
                "(a|b)*b",
                "(a|b?){2,3}$",
                "^a{2}$",
                "^a{2,}$",
                "a??b",
                "a+?b",
                "(?i)STöRUNG",
                "(?i)[A]B",
                "(?i)^[^A]",
                "€$",
                "\\x61b",
                "\\u0061b",
                "\\t",
                "}",
                "\\]",
                "^$",
                "(^|a)b",
                "a($|b)",
                "((a*)*)*b",
                "(?:)",
                "a||b",
                "\\[main\\]",
                "\\|"
            })
    void anExpressionMeansWhatItMeansInJava(String expression) {
        BoundedPattern pattern = new BoundedPattern(expression);
        Pattern java = Pattern.compile(expression);

        for (String line : LINES) {
            assertEquals(java.matcher(line).find(), pattern.find(new Line(line, false)), line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "a)", "(a", "*", "a**", "a{", "a{2", "a{3,2}", "a{,2}", "a{1001}", "[", "[]", "[a", "[b-a]",
                "[a&&b]", "[[a]]", "\\", "\\1", "\\p{L}", "\\Qa", "(?=a)", "(?!a)", "(?<=a)", "(?<n>a)", "(?>a)", "a++",
                "a(?i)b", "\\x6", "\\G", "\\z"
            })
    void whatIsNotKnownIsRefused(String expression) {
        assertThrows(PatternSyntaxException.class, () -> new BoundedPattern(expression));
    }

    /** Each of them takes {@link Pattern} longer than anybody waits, most of them on an empty line already. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:(?:^){60000}){60000}x",
                "((){60000}){60000}x",
                "(?:((?=)){60000}){60000}x",
                "(?:(?:a{0}){40000}){40000}x",
                "(?:(?:\\G){2000000000}){2000000}x",
                "(?:(?:(?:^){1000}){1000}){1000}x",
                "(?:(?:(?:(?:){1000}){1000}){1000}){1000}x",
                "(?:[a-z]{1000}){1000}x"
            })
    void aRuleOfRepetitionsOfNothingIsNone(String expression) {
        LogTable table = LogTable.of(List.of("SLOW fault instrument: " + expression));

        assertEquals(List.of(1), table.invalid());
    }

    /** Ways without a character that double with each group: {@link Pattern} tries them all. */
    @ParameterizedTest
    @ValueSource(strings = {"(?:|)", "(?:a?|b?)", "(?:^?)", "(?:a*|a*)", "(?:$|\\b|)"})
    void waysWithoutACharacterCostTheirStepsOnce(String group) {
        BoundedPattern pattern = new BoundedPattern(".*" + group.repeat(30) + "c");
        String line = "z".repeat(100);

        assertFalse(pattern.find(new Line(line, false)));
        assertTrue(pattern.spent() <= 101L * 400, () -> "steps: " + pattern.spent());
    }

    @Test
    void anExpressionThatDoublesItsTimeInJavaTakesFewSteps() {
        BoundedPattern pattern = new BoundedPattern("(.*a){20}b");

        assertFalse(pattern.find(new Line("a".repeat(60), false)));
        assertTrue(pattern.spent() < 60 * 200, () -> "steps: " + pattern.spent());
        assertTrue(new BoundedPattern("a.*a$").find(new Line("a".repeat(60_000), false)));
    }

    @Test
    void anExpressionOfTooManyStepsForALineIsGivenUp() {
        BoundedPattern pattern = new BoundedPattern("(.*a){200}b");

        assertThrows(BoundedPattern.TooSlow.class, () -> pattern.find(new Line("a".repeat(65_536), false)));
        assertFalse(pattern.find(new Line("b", false)), "and serves the next line");
    }
}
