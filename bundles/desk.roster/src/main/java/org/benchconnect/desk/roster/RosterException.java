package org.benchconnect.desk.roster;

/** The desk's lists or the key that signs them are not what they must be. The message says what, for the person at the desk. */
public final class RosterException extends Exception {
    private static final long serialVersionUID = 1;

    RosterException(String message) {
        super(message);
    }

    RosterException(String message, Throwable cause) {
        super(message, cause);
    }
}
