package org.benchconnect.cli;

/** The words of a command are not those it takes; the message says which it takes. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
