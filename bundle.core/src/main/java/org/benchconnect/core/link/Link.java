package org.benchconnect.core.link;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The connection to the service side. */
@ProviderType
@FunctionalInterface
public interface Link {
    /** How it is now. Never blocks. */
    Status status();

    /** How the connection is. */
    enum State {
        /** No service side is configured: offline by choice, which is no fault. */
        OFF,
        /** Trying for the first time, or again. */
        CONNECTING,
        /** Connected, and the service side has acknowledged something in this connection. */
        ONLINE,
        /** Not connected; the next attempt is scheduled. */
        WAITING
    }

    /**
     * The state of the link.
     *
     * @param state which
     * @param since since when
     * @param waiting how many messages wait in the outbox
     */
    record Status(State state, Instant since, long waiting) {}
}
