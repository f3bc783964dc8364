package org.benchconnect.cli.audit;

/** The words of the command are not those it takes. */
final class AuditUsageException extends Exception {
    private static final long serialVersionUID = 1;

    AuditUsageException() {
        super(AuditRequest.USAGE);
    }
}
