package org.benchconnect.ledger;

/** An entry that raises rights would be under no signed head: nothing of it was written. */
final class NotSignedException extends Exception {
    /** What it says. */
    static final String WHY =
            "the device's key does not sign now, and what raises rights is written down with its signature or not at all";

    private static final long serialVersionUID = 1;

    NotSignedException() {
        super(WHY);
    }
}
