package org.benchconnect.desk.journal;

/** The journal cannot be written or read now. What was to be stored is not, and is not acknowledged. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    JournalException(String message) {
        super(message);
    }
}
