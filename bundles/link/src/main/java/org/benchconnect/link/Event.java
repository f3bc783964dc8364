package org.benchconnect.link;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvent 1.0 of ours, checked. The closed set of what an agent sends and a receiver takes; {@link CloudEvents}
 * writes and reads it. Receivers de-duplicate on agent and id.
 *
 * @param agent who sent it; {@code source} is {@code urn:benchconnect:{agent}}
 * @param id {@code {bootEpoch}-{sequence}} for what was in the outbox, {@code {bootEpoch}-online-{n}} and
 *     {@code {bootEpoch}-offline-{n}} for presence in connection n
 * @param time when it was stored; for offline, when the connection was begun, because a will is made then
 * @param sequence of the outbox, without gaps; null for presence
 * @param content what it says
 */
record Event(UUID agent, String id, Instant time, @Nullable Long sequence, EventContent content) {
    private static final Pattern ROW = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}");
    private static final Pattern PRESENCE = Pattern.compile("[0-9]{1,19}-(online|offline)-[0-9]{1,19}");

    Event {
        Objects.requireNonNull(content);
        Pattern form = content instanceof EventContent.Presence ? PRESENCE : ROW;
        if (!form.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is {bootEpoch}-{sequence}");
        }
        if ((sequence == null) != content instanceof EventContent.Presence) {
            throw new IllegalArgumentException("what was in the outbox has a sequence, and nothing else");
        }
        if (sequence != null && (sequence < 0 || !id.endsWith("-" + sequence))) {
            throw new IllegalArgumentException("an id ends in its sequence");
        }
    }
}
