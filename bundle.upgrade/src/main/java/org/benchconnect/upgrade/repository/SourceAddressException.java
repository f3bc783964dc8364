package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** What somebody gave as a source is neither an absolute path of this PC nor an {@code https:} address. */
public final class SourceAddressException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    SourceAddressException(String expected, String found) {
        super(RefusedFor.SOURCE, "The source must be " + expected + ", not '" + Printable.of(found) + "'.");
        this.expected = expected;
        this.found = found;
    }

    /** What a source is. */
    public String expected() {
        return expected;
    }

    /** What was given; unchecked text. */
    public String found() {
        return found;
    }
}
