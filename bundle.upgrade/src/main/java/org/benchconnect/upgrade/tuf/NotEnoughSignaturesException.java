package org.benchconnect.upgrade.tuf;

/** Fewer than the required number of distinct keys signed (5.3.4, 5.4.2, 5.5.3, 5.6.3). */
public final class NotEnoughSignaturesException extends UntrustedMetadataException {
    private final String signers;
    private final int expected;
    private final int found;

    NotEnoughSignaturesException(String role, String signers, int expected, int found) {
        super(
                role,
                "The " + role + " metadata has " + found + " valid signatures of the " + expected + " that " + signers
                        + " requires: it was changed, or not signed by the vendor.");
        this.signers = signers;
        this.expected = expected;
        this.found = found;
    }

    /** The role whose keys had to sign: the former root, the present root, or the delegating role. */
    public String signers() {
        return signers;
    }

    /** How many different keys must sign. */
    public int expected() {
        return expected;
    }

    /** How many different keys of that list did sign, validly. */
    public int found() {
        return found;
    }
}
