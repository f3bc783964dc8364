package org.benchconnect.instrument.log;

import java.util.Arrays;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot hang: all its steps that a line may have led to are kept at once, so that a line of n characters and an expression of m steps cost n times m
 * at most, and each is counted. {@link java.util.regex} tries one way after the other, some expressions need a time that doubles with each character, and empty groups cost
 * time without a look at the line, which nothing can limit. Used by one thread.
 */
final class BoundedPattern {
    /** The longest expression. */
    static final int MOST_CHARACTERS = 500;

    /** Steps that any line may cost: under a millisecond. */
    private static final int LEAST_STEPS = 20_000;
    /** More for each character of the line: what an honest expression needs, many times over. */
    private static final int STEPS_EACH = 60;

    private final PatternSteps program;
    private final int[] seenAt;
    private final int[] stack;
    private int[] now;
    private int[] next;
    private int count;
    private long limit;
    private long left;

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException if it is none
     */
    BoundedPattern(String expression) {
        if (expression.length() > MOST_CHARACTERS) {
            throw new PatternSyntaxException("longer than " + MOST_CHARACTERS + " characters", "", -1);
        }
        program = PatternReader.read(expression);
        seenAt = new int[program.size()];
        stack = new int[2 * program.size() + 2];
        now = new int[program.size()];
        next = new int[program.size()];
    }

    /**
     * Whether the expression is found anywhere in the line.
     *
     * @throws TooSlow if that takes too many steps to say
     */
    boolean find(Line line) throws TooSlow {
        String text = line.text();
        limit = LEAST_STEPS + (long) STEPS_EACH * text.length();
        left = limit;
        Arrays.fill(seenAt, -1);
        count = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean begins = at == text.length() || program.mayBegin(text.charAt(at));
            if (begins && reach(0, text, at)) {
                return true;
            } else if (at < text.length() && count > 0 && advance(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** From each step that stands before this character to those behind it. */
    private boolean advance(String text, int at) {
        int[] before = now;
        int standing = count;
        now = next;
        next = before;
        count = 0;
        char character = text.charAt(at);
        for (int i = 0; i < standing; i++) {
            spend();
            if (program.takes(before[i], character) && reach(before[i] + 1, text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** All steps to which this one leads without a character; true if one is the end. */
    private boolean reach(int step, String text, int at) {
        int depth = 0;
        stack[depth++] = step;
        while (depth > 0) {
            int each = stack[--depth];
            if (seenAt[each] == at) {
                continue;
            }
            seenAt[each] = at;
            spend();
            switch (program.kind(each)) {
                case END -> {
                    return true;
                }
                case CHARACTER -> now[count++] = each;
                case EITHER -> {
                    stack[depth++] = program.other(each);
                    stack[depth++] = each + 1;
                }
                case GO -> stack[depth++] = program.other(each);
                default -> {
                    if (program.kind(each).holds(text, at)) {
                        stack[depth++] = each + 1;
                    }
                }
            }
        }
        return false;
    }

    private void spend() {
        if (--left < 0) {
            throw new TooSlow();
        }
    }

    /** Steps that the last line cost. */
    long spent() {
        return limit - left;
    }

    /** The search was given up. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("too slow", null, false, false);
        }
    }
}
