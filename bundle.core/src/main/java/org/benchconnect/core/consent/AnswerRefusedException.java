package org.benchconnect.core.consent;

import java.time.Duration;

/** An answer does not count; nothing was raised. */
public final class AnswerRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why; the text for people is {@code answer.<NAME>}: what it means and what to do. */
    public enum Reason {
        /** The request is unknown, answered, or was made before a restart: ask again. */
        UNKNOWN_REQUEST,
        /** The question is not open any more, or was used. */
        QUESTION_CLOSED,
        /** Given in the first second. */
        TOO_SOON,
        /** As many questions as can be open. */
        TOO_MANY_QUESTIONS,
        /** Somebody is connected from elsewhere and could have given it. */
        REMOTE_INPUT,
        /** The text that was answered is not the one that was asked. */
        OTHER_TEXT,
        /** What was verified is not what lies on the disk now. */
        OTHER_BYTES,
        /** The name is unknown or the account is over. */
        ACCOUNT,
        /** Another PIN. */
        WRONG_PIN,
        /** After wrong PINs none is taken for a while. */
        LOCKED,
        /** An administrator must answer this. */
        NOT_ADMINISTRATOR,
        /** Not released for the instrument of this PC. */
        MODEL,
        /** The administrator froze changes. */
        FROZEN,
        /** No administrator of the operating system has pinned this PC's key. */
        NOT_PINNED,
        /** This PC's keys are not open. */
        NO_KEYS,
        /** The ledger takes no entries: the disk is full or broken. */
        LEDGER,
        /** The disk did not take it, or the modules did not start; nothing more runs than before. */
        FAILED,
        /** Its feature is not allowed, or does not have the privilege. */
        NO_GRANT,
        /** Other features must be allowed first; the message lists their names. */
        NEEDS,
        /** The disk is full. */
        NO_ROOM,
        /** An instrument is not idle, or nobody knows, and something that runs would be stopped: say that it is idle, or wait. */
        BUSY
    }

    private final Reason reason;
    private final Duration remaining;

    /** For a reason without a wait. */
    public AnswerRefusedException(Reason reason, String message) {
        this(reason, message, Duration.ZERO);
    }

    /** With how long to wait. */
    public AnswerRefusedException(Reason reason, String message, Duration remaining) {
        super(message);
        this.reason = reason;
        this.remaining = remaining;
    }

    /** For a reason with what caused it. */
    public AnswerRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.remaining = Duration.ZERO;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** How long no PIN is taken; zero if that is not the reason. */
    public Duration remaining() {
        return remaining;
    }
}
