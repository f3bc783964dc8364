package org.benchconnect.core.feature;

/** A feature is not installed, and why. The message says the broken rule in English, with what was expected and found. */
public final class FeatureRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusedFor reason;

    /** For a rule that was broken. */
    public FeatureRefusedException(RefusedFor reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** For a rule that was broken, with the exception that told. */
    public FeatureRefusedException(RefusedFor reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Which kind of rule. */
    public RefusedFor reason() {
        return reason;
    }
}
