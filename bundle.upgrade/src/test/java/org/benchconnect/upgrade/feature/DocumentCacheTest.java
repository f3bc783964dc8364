package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {
    private final DocumentCache cache = new DocumentCache();

    private static Target target(byte[] bytes, String... hashes) throws Exception {
        Instant now = Instant.now();
        ReleaseRepositorySimulator vendor = ReleaseRepositorySimulator.at(now)
                .target("targets", "f", bytes, hashes)
                .publish();
        InMemoryTrustStore store = new InMemoryTrustStore();
        ReleaseClient.trust(store, vendor.root());
        ReleaseClient client = new ReleaseClient(store, vendor, Limits.standard(), now);
        client.refresh();
        Target target = client.find("f").orElseThrow();
        client.download(target, new ByteArrayOutputStream());
        return target;
    }

    @Test
    void theSameHashesGiveTheSameBytes() throws Exception {
        byte[] bytes = {1, 2, 3};
        cache.keep(target(bytes, "sha256"), bytes);

        assertArrayEquals(bytes, cache.get(target(bytes, "sha256")).orElseThrow());
    }

    @Test
    void anotherHashThatWasNotLookedAtGivesNone() throws Exception {
        byte[] bytes = {1, 2, 3};
        cache.keep(target(bytes, "sha256"), bytes);

        assertEquals(Optional.empty(), cache.get(target(bytes, "sha256", "sha512")));
    }

    @Test
    void moreThanItMayHoldGoesTheOldestFirst() throws Exception {
        Target first = target(new byte[] {1}, "sha256");
        Target second = target(new byte[] {2}, "sha256");
        cache.keep(first, new byte[DocumentCache.MOST_BYTES / 2]);
        cache.keep(second, new byte[DocumentCache.MOST_BYTES / 2 + 1]);

        assertEquals(Optional.empty(), cache.get(first));
        assertTrue(cache.get(second).isPresent());
    }
}
