package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** What an expression was made into: steps in a row, each of which takes a character, holds at a place, or leads on. Fixed once it is read. */
final class PatternSteps {
    /** More are refused: a line costs as many for each of its characters. */
    static final int MOST = 1000;

    /** What a step does. */
    enum Kind {
        CHARACTER,
        /** Leads to the next and to another. */
        EITHER,
        /** Leads to another. */
        GO,
        BEGIN,
        FINISH,
        WORD_EDGE,
        NO_WORD_EDGE,
        END;

        /** Whether a step that holds at a place does. */
        boolean holds(String text, int at) {
            return switch (this) {
                case BEGIN -> at == 0;
                case FINISH -> at == text.length();
                case WORD_EDGE -> isEdge(text, at);
                case NO_WORD_EDGE -> !isEdge(text, at);
                default -> true;
            };
        }

        private static boolean isEdge(String text, int at) {
            return (at > 0 && isWord(text.charAt(at - 1))) != (at < text.length() && isWord(text.charAt(at)));
        }

        private static boolean isWord(char each) {
            return each == '_' || Character.isLetterOrDigit(each);
        }
    }

    private static final class Step {
        final Kind kind;
        final Characters characters;
        int other;

        Step(Kind kind, Characters characters) {
            this.kind = kind;
            this.characters = characters;
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final boolean[] begins = new boolean[128];
    private boolean beginsAnywhere;

    int size() {
        return steps.size();
    }

    Kind kind(int step) {
        return steps.get(step).kind;
    }

    int other(int step) {
        return steps.get(step).other;
    }

    boolean takes(int step, char character) {
        return steps.get(step).characters.has(character);
    }

    /** Whether a match can begin with this character, or without any. */
    boolean mayBegin(char character) {
        return beginsAnywhere || character >= begins.length || begins[character];
    }

    /** One step more; its place. */
    int add(Kind kind, Characters characters) {
        if (steps.size() == MOST) {
            throw new PatternSyntaxException("more than " + MOST + " steps", "", -1);
        }
        steps.add(new Step(kind, characters));
        return steps.size() - 1;
    }

    /** Where a step leads that leads elsewhere than to the next. */
    void lead(int step, int to) {
        steps.get(step).other = to;
    }

    /** All steps are there: with which characters a match can begin. */
    PatternSteps done() {
        add(Kind.END, Characters.NONE);
        boolean[] seen = new boolean[size()];
        List<Integer> open = new ArrayList<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.remove(open.size() - 1);
            if (!seen[at]) {
                seen[at] = true;
                begin(at, open);
            }
        }
        return this;
    }

    private void begin(int at, List<Integer> open) {
        switch (kind(at)) {
            case END -> beginsAnywhere = true;
            case CHARACTER -> {
                for (char each = 0; each < begins.length; each++) {
                    begins[each] |= takes(at, each);
                }
            }
            case EITHER -> {
                open.add(at + 1);
                open.add(other(at));
            }
            case GO -> open.add(other(at));
            default -> open.add(at + 1);
        }
    }
}
