package org.benchconnect.upgrade.tuf;

/**
 * What one direct delegation of the targets role, with everything behind it, may cost: a vendor that asks for more loses its own
 * targets, and nobody else's. Lives as long as the client; only the roles of one search are counted anew. The sum of all
 * branches stays in memory, so each gets an equal part of it.
 */
final class Branch {
    /** Bytes of delegated metadata of a whole repository; what is read out of them is up to ten times as large. */
    private static final int ALL_BYTES = 6_000_000;
    /** Delegated roles read of a whole repository. */
    private static final int ALL_ROLES = 1024;
    /** Steps of matching paths for one branch, a few nanoseconds each. */
    private static final long WORK = 500_000_000;

    private final String role;
    private final int perSearch;
    private final int mostRoles;
    private final int mostBytes;
    private int asked;
    private int roles;
    private int bytes;
    private long work;

    /**
     * A branch that nothing was read of yet.
     *
     * @param role the direct delegation's
     * @param branches how many share the whole, at least 1
     */
    Branch(String role, int branches, Limits limits) {
        this.role = role;
        this.perSearch = limits.delegations();
        this.mostRoles = Math.max(limits.delegations(), ALL_ROLES / branches);
        this.mostBytes = Math.max(limits.targets() / 64, Math.min(limits.targets(), ALL_BYTES / branches));
    }

    String role() {
        return role;
    }

    /** Another search begins. */
    void begin() {
        asked = 0;
    }

    /** One more role is asked in this search. */
    void ask() throws BranchLimitException {
        if (++asked > perSearch) {
            throw new BranchLimitException(role, perSearch, "roles in one search");
        }
    }

    /** How many bytes the next file may have; it counts, whether it can be read or not. */
    int most() throws BranchLimitException {
        if (++roles > mostRoles) {
            throw new BranchLimitException(role, mostRoles, "roles");
        }
        if (bytes >= mostBytes) {
            throw new BranchLimitException(role, mostBytes, "bytes");
        }
        return mostBytes - bytes;
    }

    /** A file of it was read, whether it was any good or not. */
    void read(int length) {
        bytes += length;
    }

    /** A path is compared with what a delegation covers. */
    void match(long steps) throws BranchLimitException {
        work += steps;
        if (work > WORK) {
            throw new BranchLimitException(role, WORK, "steps of comparing paths");
        }
    }
}
