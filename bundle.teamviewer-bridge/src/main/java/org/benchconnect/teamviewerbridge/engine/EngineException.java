package org.benchconnect.teamviewerbridge.engine;

/** An engine cannot begin. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1;

    /** What failed; no secret and nothing of the outside in it. */
    public EngineException(String message) {
        super(message);
    }

    /** What failed, and because of what. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
