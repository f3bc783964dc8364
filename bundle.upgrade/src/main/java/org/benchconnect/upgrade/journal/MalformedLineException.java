package org.benchconnect.upgrade.journal;

/** Bytes that are no line of the journal. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1;

    private final String expected;

    MalformedLineException(String expected) {
        super("a line of the journal has " + expected);
        this.expected = expected;
    }

    /** What should have been there. */
    public String expected() {
        return expected;
    }
}
