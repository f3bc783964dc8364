package org.benchconnect.upgrade.tuf;

/**
 * How much of a repository the client is ready to read. What metadata says itself about the length of other metadata counts
 * where it is smaller.
 *
 * @param root bytes of one root file
 * @param timestamp bytes of the timestamp file
 * @param snapshot bytes of a snapshot file
 * @param targets bytes of a targets file, the top one or a delegated one
 * @param rootRotations new roots in one refresh; the next refresh goes on from there
 * @param delegations delegated roles looked at in one search, for each direct delegation of the targets role
 */
public record Limits(int root, int timestamp, int snapshot, int targets, int rootRotations, int delegations) {
    /** Refuses limits that are not positive. */
    public Limits {
        if (Math.min(root, Math.min(timestamp, Math.min(snapshot, targets))) < 1
                || Math.min(rootRotations, delegations) < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }

    /** 512 kB, 16 kB, 2 MB, 2 MB, 256 rotations, 32 roles: generous for honest repositories. */
    public static Limits standard() {
        return new Limits(512_000, 16_384, 2_000_000, 2_000_000, 256, 32);
    }
}
