package org.benchconnect.core.link;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What left this PC: each message as it was sent, kept for a while, for the people here to read. Safe for any thread. */
@ProviderType
@FunctionalInterface
public interface Departures {
    /**
     * The newest first.
     *
     * @param limit 1 to 1000
     * @throws org.benchconnect.core.store.StoreException if they cannot be read now
     */
    List<Departure> newest(int limit);

    /**
     * A message that the service side acknowledged.
     *
     * @param at when it was acknowledged
     * @param stream of which stream
     * @param id its id towards the service side
     * @param content exactly what was sent, JSON
     */
    record Departure(Instant at, Stream stream, String id, String content) {}
}
