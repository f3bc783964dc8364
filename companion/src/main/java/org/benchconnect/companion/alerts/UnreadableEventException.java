package org.benchconnect.companion.alerts;

/** An event of the stream is not what the API promises. Its message names the member alone, never a text of the event. */
public final class UnreadableEventException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what was expected. */
    public UnreadableEventException(String expected) {
        super("an event of the agent is not as documented: " + expected);
    }
}
