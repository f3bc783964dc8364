package org.benchconnect.link.registration;

/** A registration was not sent, and nothing of it is in the outbox. */
final class NotSentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Lack lack;

    /** What it lacked. */
    enum Lack {
        /** There is no database now. */
        DATABASE,
        /** There is no ledger now. */
        LEDGER,
        /** The ledger did not take that it was sent. */
        ENTRY,
        /** What a person sends is not let through: the settings of the streams are not there. */
        STREAM
    }

    NotSentException(Lack lack) {
        super("the registration was not sent for lack of its " + lack);
        this.lack = lack;
    }

    NotSentException(Lack lack, Throwable cause) {
        this(lack);
        initCause(cause);
    }

    /** What it lacked. */
    Lack lack() {
        return lack;
    }
}
