package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A server hung up before the end of a file. */
public final class BrokenOffException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long found;

    BrokenOffException(String path, long expected, long found, Exception cause) {
        super(
                RefusedFor.SOURCE,
                "The server broke off '" + Printable.of(path) + "' after " + found + " bytes"
                        + (expected < 0 ? "." : " of " + expected + "."));
        initCause(cause);
        this.expected = expected;
        this.found = found;
    }

    /** Before anybody here was given a byte of it. */
    BrokenOffException(String host, String path, Exception cause) {
        super(
                RefusedFor.SOURCE,
                "The server " + Printable.of(host) + " broke off '" + Printable.of(path)
                        + "' before its answer was whole. Check the address and the network connection.");
        initCause(cause);
        this.expected = -1;
        this.found = 0;
    }

    /** Bytes the server promised; -1 if it did not say. */
    public long expected() {
        return expected;
    }

    /** Bytes that came. */
    public long found() {
        return found;
    }
}
