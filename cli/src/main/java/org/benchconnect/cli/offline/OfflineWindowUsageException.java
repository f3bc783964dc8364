package org.benchconnect.cli.offline;

/** The words of the command are not those it takes. */
final class OfflineWindowUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    OfflineWindowUsageException(String message) {
        super(message);
    }
}
