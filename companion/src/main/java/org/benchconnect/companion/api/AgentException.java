package org.benchconnect.companion.api;

/** The agent did not answer as asked. Its message is for programmers and holds nothing of an answer. */
public final class AgentException extends Exception {
    private static final long serialVersionUID = 1;
    private final Trouble trouble;

    AgentException(Trouble trouble, String what) {
        super(what);
        this.trouble = trouble;
    }

    /** The kind of it. */
    public Trouble trouble() {
        return trouble;
    }
}
