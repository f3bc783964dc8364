package org.benchconnect.cli.release;

/** The words of the command are not those it takes; the message says which it takes. */
final class ReleaseUsage extends Exception {
    private static final long serialVersionUID = 1L;

    ReleaseUsage(String message) {
        super(message);
    }
}
