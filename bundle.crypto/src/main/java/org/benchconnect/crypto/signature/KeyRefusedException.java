package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A public key is malformed, weak, or of another kind than was said. */
public final class KeyRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    KeyRefusedException(String expected, String found) {
        this(expected, found, null);
    }

    KeyRefusedException(String expected, String found, @Nullable Throwable cause) {
        super("key refused: expected " + expected + ", found " + found, cause);
        this.expected = expected;
        this.found = found;
    }

    /** What the rule asks for. */
    public String expected() {
        return expected;
    }

    /** What was there instead. */
    public String found() {
        return found;
    }
}
