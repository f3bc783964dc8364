package org.benchconnect.desk.journal;

/** What came is no event of a session. The message says why and repeats nothing of it: nobody knows what is in it. */
final class RefusedEventException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedEventException(String message) {
        super(message);
    }
}
