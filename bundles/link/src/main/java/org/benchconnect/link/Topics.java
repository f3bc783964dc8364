package org.benchconnect.link;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.EventContent.Presence;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.dialect.SelfHosted;

/**
 * What one agent publishes, and where.
 *
 * @param dialect how the service side is spoken to
 * @param agent which agent
 * @param bootEpoch how often its database has been opened
 */
record Topics(Dialect dialect, UUID agent, long bootEpoch) {
    /** At a broker without user and password. */
    Topics(String tenant, UUID agent, long bootEpoch) {
        this(new SelfHosted(URI.create("wss://localhost"), tenant, agent, null, null), agent, bootEpoch);
    }

    /** A row of the outbox. */
    Message notify(OutboxEntry entry) {
        Event event = CloudEvents.of(agent, entry);
        return dialect.event(entry.report().stream(), event.id(), CloudEvents.encode(event));
    }

    /** Presence. A will and a farewell of the same connection are the same event. */
    Message presence(Presence.State state, long connection, Instant time) {
        String id = bootEpoch + (state == Presence.State.ONLINE ? "-online-" : "-offline-") + connection;
        return dialect.event(
                Stream.PRESENCE, id, CloudEvents.encode(new Event(agent, id, time, null, new Presence(state))));
    }
}
