package org.benchconnect.cli.release;

/** What was asked is not done; the message says why, and what to do, to the person at the command line. Nothing was published. */
final class ReleaseRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    ReleaseRefusal(String message) {
        super(message);
    }

    ReleaseRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
