package org.benchconnect.cli.network;

/** The words behind {@code firewall} are not understood. */
final class FirewallUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    FirewallUsageException(String message) {
        super(message);
    }
}
