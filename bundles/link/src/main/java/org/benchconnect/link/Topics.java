package org.benchconnect.link;

import java.time.Instant;
import java.util.UUID;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.Broker.Message;
import org.benchconnect.link.EventContent.Presence;

/**
 * What one agent publishes, and where; and where it listens.
 *
 * @param tenant whose agent
 * @param agent which
 * @param bootEpoch how often its database has been opened
 */
record Topics(String tenant, UUID agent, long bootEpoch) {
    /** A row of the outbox. */
    Message notify(OutboxEntry entry) {
        return new Message(
                topic(name(entry.report().stream())), CloudEvents.encode(CloudEvents.of(agent, entry)), false);
    }

    /** Presence, retained. A will and a farewell of the same connection are the same event. */
    Message presence(Presence.State state, long connection, Instant time) {
        String id = bootEpoch + (state == Presence.State.ONLINE ? "-online-" : "-offline-") + connection;
        return new Message(
                topic(name(Stream.PRESENCE)),
                CloudEvents.encode(new Event(agent, id, time, null, new Presence(state))),
                true);
    }

    /** Where the service side says that there is something to look for. */
    String look() {
        return topic("cmd/look");
    }

    /** The last part of a stream's topic. */
    static String name(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "presence";
            case REGISTRATION -> "registration";
            case NOTICES, HOST_CHECKS -> "notify";
            case RELEASE_REPORTS -> "update";
            case AUDIT_HEADS -> "audit";
        };
    }

    private String topic(String name) {
        return "bc/v1/" + tenant + "/" + agent + "/" + name;
    }
}
