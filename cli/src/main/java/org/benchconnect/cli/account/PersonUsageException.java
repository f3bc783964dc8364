package org.benchconnect.cli.account;

/** The words are not those that the command takes; the message says what is wrong. */
public final class PersonUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public PersonUsageException(String message) {
        super(message);
    }
}
