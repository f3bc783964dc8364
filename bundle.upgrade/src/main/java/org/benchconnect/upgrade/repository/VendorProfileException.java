package org.benchconnect.upgrade.repository;

/** The installation's folder {@code vendor} is not complete and right. Only an administrator can mend it. */
public final class VendorProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    VendorProfileException(String what, String expected, String found) {
        super("The vendor profile of this installation cannot be used: " + what + " must be " + expected + ", but is "
                + found + ". Install the agent again.");
        this.expected = expected;
        this.found = found;
    }

    /** What must be there. */
    public String expected() {
        return expected;
    }

    /** What is there. */
    public String found() {
        return found;
    }
}
