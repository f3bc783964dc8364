package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A module has other bytes, or another length, than its name and its release say. */
public final class ModuleBytesException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    ModuleBytesException(String expected, String found) {
        super(RefusedFor.MODULE, "A module must have " + expected + ", but it has " + found + ".");
        this.expected = expected;
        this.found = found;
    }

    /** SHA-256 or length that was signed. */
    public String expected() {
        return expected;
    }

    /** SHA-256 or length of what came. */
    public String found() {
        return found;
    }
}
