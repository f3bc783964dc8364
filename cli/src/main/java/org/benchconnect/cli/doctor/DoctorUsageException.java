package org.benchconnect.cli.doctor;

/** The words behind the command are not understood. */
public final class DoctorUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is expected. */
    public DoctorUsageException(String message) {
        super(message);
    }
}
