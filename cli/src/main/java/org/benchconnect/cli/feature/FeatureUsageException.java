package org.benchconnect.cli.feature;

/** The words are not those that the command takes; the message says what is wrong. */
final class FeatureUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    FeatureUsageException(String message) {
        super(message);
    }
}
