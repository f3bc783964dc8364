package org.benchconnect.upgrade.repository;

/** An offline window is not as it must be; then there is none. */
public final class OfflineWindowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;

    OfflineWindowException(String expected) {
        super("An offline window must have " + expected + ".");
        this.expected = expected;
    }

    /** What it must have. */
    public String expected() {
        return expected;
    }
}
