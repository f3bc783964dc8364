package org.benchconnect.core.session;

/** What a person wanted of remote support does not happen. */
public final class SessionRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. The wording is the console's: {@code session.refused.<NAME>}. */
    public enum Reason {
        /** Remote support is not there: {@link SessionView#hindrances()}. */
        DISABLED,
        /** A session runs. */
        RUNS,
        /** No session runs, or it is not so far. */
        NOT_NOW,
        /** What was asked for is over. */
        REQUEST_GONE,
        /** The authentication strings were not compared. */
        NOT_COMPARED,
        /** The companion is not there, or its desktop session is not at the screen. */
        NO_COMPANION,
        /** The instrument acquires, or nobody knows. */
        ACQUIRING,
        /** Control was allowed in this session: from then on each permission needs a person's PIN. */
        PIN,
        /** The engine has no such thing. */
        UNSUPPORTED,
        /** The ledger takes no entry. */
        LEDGER
    }

    private final Reason reason;

    /** For a reason. */
    public SessionRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
