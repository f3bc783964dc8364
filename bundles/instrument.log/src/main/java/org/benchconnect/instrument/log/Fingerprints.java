package org.benchconnect.instrument.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.benchconnect.core.store.AgentStore;

/** Digests of bytes, keyed with the secret of this PC that only the database has. */
@FunctionalInterface
interface Fingerprints {
    /** 48 bits of the digest of these bytes. */
    long of(byte[] bytes, int from, int to);

    /** By the database's own key; throws what {@link AgentStore#mark} throws. */
    static Fingerprints of(AgentStore store) {
        return (bytes, from, to) -> {
            String letters = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            String digest = store.mark("log bytes " + letters, 0, Instant.EPOCH).name();
            return Long.parseLong(digest.substring(0, 12), 16);
        };
    }
}
