package org.benchconnect.teamviewerbridge.session;

/** What came of a file is not what a person allowed. */
final class NotPromisedException extends Exception {
    private static final long serialVersionUID = 1;

    private final long expected;
    private final long found;

    /**
     * Of how many bytes.
     *
     * @param expected as promised, 0 if nothing was
     * @param found so many, at least
     */
    NotPromisedException(long expected, long found) {
        super("of a file " + expected + " bytes were allowed and " + found + " came");
        this.expected = expected;
        this.found = found;
    }

    /** As promised. */
    long expected() {
        return expected;
    }

    /** So many came, or would have come. */
    long found() {
        return found;
    }
}
