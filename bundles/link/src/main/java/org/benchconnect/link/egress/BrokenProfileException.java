package org.benchconnect.link.egress;

/** A vendor profile cannot be used. Only an administrator can mend it; as long as it is so, it permits nothing. */
public final class BrokenProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    BrokenProfileException(String expected, String found) {
        super("the vendor profile must have " + expected + ", but has " + printable(found));
        this.expected = expected;
        this.found = printable(found);
    }

    /** At most 100 characters of what the file says, those that print. */
    private static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 100 ? clean.substring(0, 100) + "..." : clean;
    }

    /** What must be there. */
    public String expected() {
        return expected;
    }

    /** What is there, printable and short. */
    public String found() {
        return found;
    }
}
