package org.benchconnect.link.command;

/** A command that is not obeyed. Says by which rule, and nothing of what came. */
public final class RefusedCommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final Rule rule;

    /** A command must... */
    public enum Rule {
        /** ...be one flat JSON object of at most 16 KB with the members of a command, each once and in its form. */
        COMMAND_FORM,
        /** ...be one of the closed set. */
        COMMAND_KNOWN,
        /** ...be signed by the vendor's command key. */
        COMMAND_SIGNED,
        /** ...be for this agent. */
        COMMAND_FOR_THIS_AGENT,
        /** ...have begun to count. */
        COMMAND_NOT_EARLY,
        /** ...not have ended. */
        COMMAND_NOT_LATE,
        /** ...count for ten minutes at most. */
        COMMAND_SHORT_LIVED,
        /** ...not have been here before. */
        COMMAND_ONCE
    }

    RefusedCommandException(Rule rule) {
        super("refused: " + rule);
        this.rule = rule;
    }

    /** Which was broken. */
    public Rule rule() {
        return rule;
    }
}
