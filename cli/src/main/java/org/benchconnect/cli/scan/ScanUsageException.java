package org.benchconnect.cli.scan;

/** The arguments are not understood. The message never holds one of them. */
final class ScanUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    ScanUsageException(String message) {
        super(message);
    }
}
