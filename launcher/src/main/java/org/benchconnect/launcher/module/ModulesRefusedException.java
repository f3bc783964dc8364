package org.benchconnect.launcher.module;

/** The launcher does not run it: which rule, and in the message what to do. */
public final class ModulesRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final GateRefusal.Rule rule;

    /** For a rule. */
    public ModulesRefusedException(GateRefusal.Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** For a rule, with what told. */
    public ModulesRefusedException(GateRefusal.Rule rule, String message, Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Which rule. */
    public GateRefusal.Rule rule() {
        return rule;
    }
}
