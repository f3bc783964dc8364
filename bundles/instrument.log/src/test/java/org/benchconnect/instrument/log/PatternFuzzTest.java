package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Any expression on any line. */
class PatternFuzzTest {
    private static final String LETTERS = "ab.|*+?(){}[]^$\\d,-12:w";

    /** Short, for Java has no limit. */
    @FuzzTest(maxDuration = "1s")
    void anExpressionMeansWhatItMeansInJava(byte[] bytes) {
        String expression = letters(bytes, 0, 14);
        String line = letters(bytes, 14, 22);
        BoundedPattern pattern;
        try {
            pattern = new BoundedPattern(expression);
        } catch (PatternSyntaxException refused) {
            return;
        }

        boolean found = pattern.find(new Line(line, false));

        assertEquals(Pattern.compile(expression).matcher(line).find(), found, expression + " in " + line);
        assertTrue(pattern.spent() >= 0);
    }

    private static String letters(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && i < bytes.length; i++) {
            text.append(LETTERS.charAt((bytes[i] & 0xFF) % LETTERS.length()));
        }
        return text.toString();
    }
}
