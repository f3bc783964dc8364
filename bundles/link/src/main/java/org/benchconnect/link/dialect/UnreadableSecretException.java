package org.benchconnect.link.dialect;

/** A password or key cannot be read, or has not the form of one. Says nothing about it, nor where it lies. */
public final class UnreadableSecretException extends Exception {
    private static final long serialVersionUID = 1;

    /** No details. */
    public UnreadableSecretException() {
        super("a password or key cannot be read");
    }
}
