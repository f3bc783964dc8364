package org.benchconnect.link;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.dialect.Message;

/** What was said of presence in this run of the link, and acknowledged: it never lies in the outbox. Safe for any thread. */
final class PresenceSaid {
    private static final int KEPT = 50;

    /** The newest first. */
    private final Deque<Departure> said = new ArrayDeque<>();

    /**
     * This was said.
     *
     * @param at when it was acknowledged; kept to the millisecond, as the store keeps it
     */
    synchronized void said(Message message, Instant at) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        said.addFirst(new Departure(
                at, Stream.PRESENCE, CloudEvents.ours(message.payload()).id(), text));
        if (said.size() > KEPT) {
            said.removeLast();
        }
    }

    synchronized List<Departure> newest() {
        return List.copyOf(said);
    }
}
