package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** Something in a repository's folder is a link, a device, a pipe, or a folder where a file should be. */
public final class UnsafeFileException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expected;
    private final String found;

    UnsafeFileException(String path, String expected, String found) {
        super(
                RefusedFor.SOURCE,
                "In the repository '" + Printable.of(path) + "' must be " + expected + ", but it is " + found + ".");
        this.path = path;
        this.expected = expected;
        this.found = found;
    }

    /** Relative to the repository. */
    public String path() {
        return path;
    }

    /** What it must be. */
    public String expected() {
        return expected;
    }

    /** What it is. */
    public String found() {
        return found;
    }
}
