package org.benchconnect.cli.preflight;

/** The words behind {@code preflight} are not understood. */
final class PreflightUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    PreflightUsageException(String message) {
        super(message);
    }
}
