package org.benchconnect.cli.desk;

/** The command was understood, and cannot be done; the message says why. */
final class DeskRefusal extends Exception {
    private static final long serialVersionUID = 1;

    DeskRefusal(String message) {
        super(message);
    }
}
