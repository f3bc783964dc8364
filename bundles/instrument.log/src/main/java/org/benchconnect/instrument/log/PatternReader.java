package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a regular expression as {@link java.util.regex.Pattern} does, of which it knows what needs no way back: characters, {@code .}, sets, {@code \d \w \s} and their opposites,
 * {@code ^ $ \b \B}, groups, {@code |}, repetitions up to {@value #MOST_TIMES}, and {@code (?i)} at the begin. Whatever else has a meaning there is refused here. {@code $} is the
 * line's end alone.
 */
final class PatternReader {
    private static final int MOST_TIMES = 1000;

    private final String text;
    private final boolean anyCase;
    private final PatternSteps steps = new PatternSteps();
    private int at;
    /** Repetitions of anything, empty groups too, so that reading ends soon. */
    private int copies;

    /** A part of an expression, which can be written as steps any number of times. */
    private interface Part {
        void write();
    }

    private PatternReader(String text) {
        this.text = text;
        this.anyCase = text.startsWith("(?i)");
        this.at = anyCase ? 4 : 0;
    }

    /**
     * The steps of an expression.
     *
     * @throws PatternSyntaxException if it is none, or more than what is known here
     */
    static PatternSteps read(String text) {
        PatternReader reader = new PatternReader(text);
        Part all = reader.alternatives();
        if (reader.at < text.length()) {
            throw reader.refused();
        }
        all.write();
        return reader.steps.done();
    }

    private PatternSyntaxException refused() {
        return new PatternSyntaxException("not an expression that is known here", "", at);
    }

    private boolean skips(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private char next() {
        if (at == text.length()) {
            throw refused();
        }
        return text.charAt(at++);
    }

    private Part alternatives() {
        List<Part> all = new ArrayList<>(List.of(sequence()));
        while (skips('|')) {
            all.add(sequence());
        }
        return all.size() == 1 ? all.get(0) : () -> writeEither(all);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(part()));
        }
        return () -> parts.forEach(Part::write);
    }

    private Part part() {
        char first = next();
        return switch (first) {
            case '(' -> group();
            case '[' -> characters(set());
            case '.' -> characters(Characters.ANY);
            case '^' -> place(PatternSteps.Kind.BEGIN);
            case '$' -> place(PatternSteps.Kind.FINISH);
            case '\\' -> escaped();
            case '*', '+', '?', '{' -> throw refused();
            default -> characters(Characters.range(first, first));
        };
    }

    private Part group() {
        if (skips('?') && next() != ':') {
            throw refused();
        }
        Part inner = alternatives();
        if (!skips(')')) {
            throw refused();
        }
        return inner;
    }

    private Part place(PatternSteps.Kind kind) {
        return () -> steps.add(kind, Characters.NONE);
    }

    private Part characters(Characters set) {
        Characters meant = anyCase ? set.anyCase() : set;
        return () -> steps.add(PatternSteps.Kind.CHARACTER, meant);
    }

    private Part escaped() {
        if (skips('b')) {
            return place(PatternSteps.Kind.WORD_EDGE);
        } else if (skips('B')) {
            return place(PatternSteps.Kind.NO_WORD_EDGE);
        }
        return characters(escapedSet());
    }

    private Characters escapedSet() {
        char letter = next();
        return switch (letter) {
            case 'd' -> Characters.DIGIT;
            case 'D' -> Characters.DIGIT.not();
            case 'w' -> Characters.WORD;
            case 'W' -> Characters.WORD.not();
            case 's' -> Characters.SPACE;
            case 'S' -> Characters.SPACE.not();
            case 't' -> Characters.range('\t', '\t');
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            default -> {
                if (letter < 128 && Character.isLetterOrDigit(letter)) {
                    throw refused();
                }
                yield Characters.range(letter, letter);
            }
        };
    }

    private Characters hexadecimal(int digits) {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw refused();
            }
            code = code * 16 + digit;
        }
        return Characters.range((char) code, (char) code);
    }

    /** Behind {@code [}: characters, ranges and {@code \d \w \s}; no set within, no {@code &&}. */
    private Characters set() {
        boolean others = skips('^');
        List<Characters> members = new ArrayList<>();
        do {
            members.add(member());
        } while (!skips(']'));
        Characters all = Characters.union(members);
        return others ? all.not() : all;
    }

    private Characters member() {
        char first = next();
        if (first == '\\') {
            if (at < text.length() && "DWSb".indexOf(text.charAt(at)) >= 0) {
                throw refused();
            }
            Characters escaped = escapedSet();
            boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
            if (range) {
                throw refused();
            }
            return escaped;
        } else if ("[]&^".indexOf(first) >= 0) {
            throw refused();
        }
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return Characters.range(first, first);
        }
        at++;
        char last = next();
        if ("[]&^\\-".indexOf(last) >= 0 || last < first || first == '-') {
            throw refused();
        }
        return Characters.range(first, last);
    }

    private Part repeated(Part part) {
        int least;
        int most;
        if (skips('*')) {
            least = 0;
            most = -1;
        } else if (skips('+')) {
            least = 1;
            most = -1;
        } else if (skips('?')) {
            least = 0;
            most = 1;
        } else if (skips('{')) {
            least = number();
            most = skips(',') ? at < text.length() && text.charAt(at) == '}' ? -1 : number() : least;
            if (!skips('}') || most >= 0 && most < least) {
                throw refused();
            }
        } else {
            return part;
        }
        skips('?');
        if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            throw refused();
        }
        return () -> writeRepeated(part, least, most);
    }

    private int number() {
        int number = -1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = Math.max(0, number) * 10 + (next() - '0');
            if (number > MOST_TIMES) {
                throw refused();
            }
        }
        if (number < 0) {
            throw refused();
        }
        return number;
    }

    private void writeEither(List<Part> parts) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int either = last ? -1 : steps.add(PatternSteps.Kind.EITHER, Characters.NONE);
            parts.get(i).write();
            if (!last) {
                ends.add(steps.add(PatternSteps.Kind.GO, Characters.NONE));
                steps.lead(either, steps.size());
            }
        }
        ends.forEach(end -> steps.lead(end, steps.size()));
    }

    private void writeRepeated(Part part, int least, int most) {
        for (int i = 0; i < least; i++) {
            copy(part);
        }
        if (most < 0) {
            int either = steps.add(PatternSteps.Kind.EITHER, Characters.NONE);
            copy(part);
            steps.lead(steps.add(PatternSteps.Kind.GO, Characters.NONE), either);
            steps.lead(either, steps.size());
        }
        List<Integer> exits = new ArrayList<>();
        for (int i = least; i < most; i++) {
            exits.add(steps.add(PatternSteps.Kind.EITHER, Characters.NONE));
            copy(part);
        }
        exits.forEach(exit -> steps.lead(exit, steps.size()));
    }

    private void copy(Part part) {
        if (++copies > PatternSteps.MOST * 10) {
            throw refused();
        }
        part.write();
    }
}
