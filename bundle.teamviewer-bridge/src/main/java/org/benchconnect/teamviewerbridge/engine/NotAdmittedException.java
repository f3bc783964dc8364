package org.benchconnect.teamviewerbridge.engine;

/** A supporter is not admitted; the reason is for ledger and person here, never for the other end. */
public final class NotAdmittedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why: the reason in the ledger. */
    public enum Reason {
        /** No certificate, or none that can be read. */
        MALFORMED,
        /** No authority of the installation certified it. */
        AUTHORITY,
        /** Its time has not begun or is over, or it is for something else. */
        CERTIFICATE,
        /** The list is not signed by whom the installation names. */
        LIST_SIGNATURE,
        /** The list is older than 24 hours, or from the future. */
        LIST_AGE,
        /** The list does not name it. */
        NOT_LISTED,
        /** The training in the privacy rules is over. */
        TRAINING,
        /** Assigned to other regions. */
        REGION,
        /** After wrong passwords this supporter must wait. */
        MUST_WAIT
    }

    private final Reason reason;

    /** For a reason. */
    public NotAdmittedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
