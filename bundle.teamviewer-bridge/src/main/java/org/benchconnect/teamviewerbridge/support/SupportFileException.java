package org.benchconnect.teamviewerbridge.support;

/** {@code support.json} is not what it must be; the message says what, for who wrote it, and repeats nothing of it but names of members. */
public final class SupportFileException extends Exception {
    private static final long serialVersionUID = 1L;

    SupportFileException(String message) {
        super(message);
    }

    SupportFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
