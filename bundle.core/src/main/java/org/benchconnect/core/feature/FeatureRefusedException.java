package org.benchconnect.core.feature;

import java.util.List;

/** A feature is not installed, and why. The message says the broken rule in English, with what was expected and found. */
public final class FeatureRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusedFor reason;
    private final String[] choices;

    /** For a rule that was broken. */
    public FeatureRefusedException(RefusedFor reason, String message) {
        this(reason, message, List.of());
    }

    /** For a question that was not clear, with what could have been meant. */
    public FeatureRefusedException(RefusedFor reason, String message, List<String> choices) {
        super(message);
        this.reason = reason;
        this.choices = choices.toArray(String[]::new);
    }

    /** For a rule that was broken, with the exception that told. */
    public FeatureRefusedException(RefusedFor reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.choices = new String[0];
    }

    /** The features of which one must be named; empty if that was not the reason. Text of the source: unchecked. */
    public List<String> choices() {
        return List.of(choices);
    }

    /** Which kind of rule. */
    public RefusedFor reason() {
        return reason;
    }
}
