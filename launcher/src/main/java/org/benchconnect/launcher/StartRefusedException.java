package org.benchconnect.launcher;

/** The agent does not start, and the message says why and what to do. */
public final class StartRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }
}
