package org.benchconnect.upgrade.tuf;

/** A role that the targets role delegates to, with the roles behind it, asks for more than its share of this PC (see {@link Limits}). */
public final class BranchLimitException extends UntrustedMetadataException {
    private final long expected;

    BranchLimitException(String branch, long expected, String what) {
        super(
                branch,
                "The role " + branch + " and the roles behind it need more than " + expected + " " + what
                        + ": the rest of them is not asked.");
        this.expected = expected;
    }

    /** The most that one branch gets. */
    public long expected() {
        return expected;
    }
}
