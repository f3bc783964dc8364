package org.benchconnect.instrument.log;

/**
 * One line of a log, which can hold patient data: it lives from its reader to the rule that looks at it, and its characters come out through {@link #text()} alone.
 */
final class Line {
    private final String text;
    private final boolean cut;

    Line(String text, boolean cut) {
        this.text = text;
        this.cut = cut;
    }

    /** The characters, for a comparison and nothing else. */
    String text() {
        return text;
    }

    /** Whether the line was longer than what is looked at. */
    boolean cut() {
        return cut;
    }

    @Override
    public String toString() {
        return "a line of " + text.length() + " characters";
    }
}
