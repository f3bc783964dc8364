package org.benchconnect.instrument.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot hang: the search counts how often it looks at a character, and gives up beyond a limit that grows with the line's length alone.
 * {@link java.util.regex} has no limit of its own, and some expressions, such as {@code (a+)+b}, need a time that doubles with each character. Used by one thread.
 */
final class BoundedPattern {
    /** The longest expression. */
    static final int MOST_CHARACTERS = 500;

    /** Looks at characters that any line may cost: under a millisecond. */
    private static final int LEAST_LOOKS = 20_000;
    /** More for each character of the line: what an honest expression needs for 64 KB, many times over. */
    private static final int LOOKS_EACH = 60;

    private final Matcher matcher;
    private final Looks looks = new Looks();

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException if it is none
     */
    BoundedPattern(String expression) {
        if (expression.length() > MOST_CHARACTERS) {
            throw new PatternSyntaxException("longer than " + MOST_CHARACTERS + " characters", "", -1);
        }
        matcher = Pattern.compile(expression).matcher("");
    }

    /**
     * Whether the expression is found anywhere in the line.
     *
     * @throws TooSlow if that takes too long to say
     */
    boolean find(Line line) throws TooSlow {
        looks.over(line.text());
        try {
            return matcher.reset(looks).find();
        } catch (StackOverflowError deep) {
            throw new TooSlow();
        } finally {
            looks.over("");
        }
    }

    /** The search was given up. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("too slow", null, false, false);
        }
    }

    /** A text that can be looked at only so often. */
    private static final class Looks implements CharSequence {
        private String text = "";
        private int left;

        void over(String other) {
            text = other;
            left = LEAST_LOOKS + LOOKS_EACH * other.length();
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException("nothing is cut out of a line");
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException("a line stays with its reader");
        }
    }
}
