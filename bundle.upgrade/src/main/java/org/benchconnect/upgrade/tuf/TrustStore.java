package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the newest trusted metadata, byte for byte as received, under names without version. Whoever can write into it owns
 * what this PC trusts. Used by one thread at a time.
 */
public interface TrustStore {
    /**
     * What was last written.
     *
     * @param role {@code root}, {@code timestamp}, {@code snapshot}, {@code targets}, or a delegated role's percent-encoded
     *     name: never a slash in it, usable as a file name with {@code .json} after it. Two that differ only in case are two
     */
    Optional<byte[]> read(String role) throws IOException;

    /** Replaces what was there, durably: after it returns a power loss does not bring the older back. */
    void write(String role, byte[] bytes) throws IOException;

    /** Forgets, if it was there. */
    void delete(String role) throws IOException;

    /**
     * Forgets delegated roles that the newest release does not have. A store may keep them instead: they are verified whenever
     * they are read, and only take space.
     *
     * @param roles all roles of the release, in the form of {@link #read}
     */
    default void retain(Set<String> roles) throws IOException {
        // kept
    }
}
