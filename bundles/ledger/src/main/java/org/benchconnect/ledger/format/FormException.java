package org.benchconnect.ledger.format;

/** Bytes are not written in the one form there is. The message repeats nothing of them. */
public final class FormException extends Exception {
    private static final long serialVersionUID = 1;

    FormException(String message) {
        super(message);
    }
}
