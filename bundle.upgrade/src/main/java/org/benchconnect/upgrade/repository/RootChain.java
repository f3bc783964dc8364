package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.TrustedReleases;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/** Follows kept roots from one that is trusted, by their signatures. */
final class RootChain {
    private RootChain() {}

    /** The kept root of a version, if it is there. */
    interface Kept {
        Optional<byte[]> root(long version) throws IOException;
    }

    /** Whether this is a root that is signed by itself, whatever the time. */
    static boolean isRoot(byte[] bytes) {
        try {
            TrustedReleases.load(bytes, Instant.EPOCH);
            return true;
        } catch (UntrustedMetadataException e) {
            return false;
        }
    }

    /** The newest root that follows the trusted one without a gap. */
    static byte[] from(byte[] trusted, Kept kept) throws IOException {
        byte[] newest = trusted;
        try {
            TrustedReleases chain = TrustedReleases.load(trusted, Instant.EPOCH);
            Optional<byte[]> next = kept.root(chain.rootVersion() + 1);
            while (next.isPresent()) {
                chain.updateRoot(next.get());
                newest = next.get();
                next = kept.root(chain.rootVersion() + 1);
            }
        } catch (UntrustedMetadataException e) {
            return newest; // another vendor's of before, or damaged
        }
        return newest;
    }
}
