package org.benchconnect.upgrade.feature;

/** A file is no module that a framework and this bundle would read in the same way. */
public final class MalformedModuleException extends Exception {
    private static final long serialVersionUID = 1;

    /** What a module has. */
    public final String expected;
    /** What this one has instead. */
    public final String found;

    MalformedModuleException(String expected, String found) {
        super("this is no module: expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }
}
