package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A path that could mean a file outside of the repository, or another file on another operating system. */
public final class UnsafePathException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    UnsafePathException(String expected, String found) {
        super(RefusedFor.METADATA, "The path '" + Printable.of(found) + "' is not used: " + expected + ".");
        this.expected = expected;
        this.found = found;
    }

    /** The rule. */
    public String expected() {
        return expected;
    }

    /** The path; unchecked text. */
    public String found() {
        return found;
    }
}
