package org.benchconnect.core.ledger;

/** The event is not on the disk: what it should have recorded must not happen. */
public final class LedgerException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why the disk did not take it. */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why it was not even tried. */
    public LedgerException(String message) {
        super(message);
    }
}
