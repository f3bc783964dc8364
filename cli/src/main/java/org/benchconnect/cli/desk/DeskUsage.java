package org.benchconnect.cli.desk;

/** The command was not understood. */
final class DeskUsage extends Exception {
    private static final long serialVersionUID = 1;

    DeskUsage(String message) {
        super(message);
    }
}
