package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A server answered otherwise than with the plain bytes of a file: an error, a redirection, compressed content. */
public final class ServerAnswerException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    ServerAnswerException(String path, String expected, String found) {
        super(
                RefusedFor.SOURCE,
                "The server's answer for '" + Printable.of(path) + "' must be " + expected + ", but it is "
                        + Printable.of(found) + ".");
        this.expected = expected;
        this.found = found;
    }

    /** What an answer must be. */
    public String expected() {
        return expected;
    }

    /** What came; unchecked text. */
    public String found() {
        return found;
    }
}
