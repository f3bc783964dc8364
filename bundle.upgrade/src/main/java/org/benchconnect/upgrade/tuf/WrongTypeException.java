package org.benchconnect.upgrade.tuf;

/** Metadata of one role was served in place of another's (4.3, the field {@code _type}). */
public final class WrongTypeException extends UntrustedMetadataException {
    private final String expected;
    private final String found;

    WrongTypeException(String role, String expected, String found) {
        super(
                role,
                "The " + role + " metadata says that it is of type " + found + " instead of " + expected
                        + ": files were exchanged for each other.");
        this.expected = expected;
        this.found = found;
    }

    /** The type that this role has. */
    public String expected() {
        return expected;
    }

    /** The type that the metadata names. */
    public String found() {
        return found;
    }
}
