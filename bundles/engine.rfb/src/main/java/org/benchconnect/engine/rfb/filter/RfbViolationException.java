package org.benchconnect.engine.rfb.filter;

/** An end of the RFB stream said what it may not say: the session ends. Numbers alone of what came. */
public final class RfbViolationException extends Exception {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final String found;

    /** What belongs there, and what came. */
    public RfbViolationException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    /** What belongs there. */
    public String expected() {
        return expected;
    }

    /** What came. */
    public String found() {
        return found;
    }
}
