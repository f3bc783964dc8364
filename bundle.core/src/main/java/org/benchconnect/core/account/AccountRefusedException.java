package org.benchconnect.core.account;

import java.time.Duration;

/** An account is not opened, not changed, or its PIN not taken. */
public final class AccountRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why; the text for people is {@code account.<NAME>}. */
    public enum Reason {
        /** No such account, or it was closed. */
        UNKNOWN,
        /** Another PIN. */
        WRONG_PIN,
        /** After wrong PINs none is taken for a while, the right one neither. */
        LOCKED,
        /** Temporary staff after their date. */
        OVER,
        /** An administrator's PIN is needed. */
        NOT_ADMINISTRATOR,
        /** The one-time code for the first administrator, or the recovery code, is another one. */
        WRONG_CODE,
        /** There is an administrator: the first one is made once. */
        NOT_FIRST,
        /** A name that is empty, too long, or taken. */
        NAME,
        /** A PIN of fewer than 6 digits, of more than 12, or one that everybody tries first. */
        WEAK_PIN,
        /** A date that is past, or more than a year away. */
        DATE,
        /** The last administrator stays. */
        LAST_ADMINISTRATOR,
        /** As many accounts as there can be. */
        TOO_MANY,
        /** No question is open: ask again. */
        QUESTION,
        /** Somebody connected from elsewhere could answer. */
        REMOTE_INPUT,
        /** This PC's keys are not open, the disk or the ledger takes nothing. */
        NOT_AVAILABLE
    }

    private final Reason reason;
    private final Duration wait;

    /** For a reason without a wait. */
    public AccountRefusedException(Reason reason, String message) {
        this(reason, message, Duration.ZERO);
    }

    /** With how long to wait. */
    public AccountRefusedException(Reason reason, String message, Duration wait) {
        super(message);
        this.reason = reason;
        this.wait = wait;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** How long no PIN is taken; zero for every other reason than {@link Reason#LOCKED} and {@link Reason#WRONG_PIN}. */
    public Duration remaining() {
        return wait;
    }
}
