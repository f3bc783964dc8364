package org.benchconnect.link;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows are under way in one connection: sent, and not acknowledged. Belongs to that connection; the next begins with a
 * new one, and so sends again whatever is still in the outbox. Used by one thread.
 */
final class Window {
    /** Below {@link PahoBroker#MAX_IN_FLIGHT}, beyond which Paho refuses (error 32202); presence needs room too. */
    static final int SIZE = 48;
    /** A row under way for longer means that the connection only looks alive. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sequence to when it was sent, by the steady clock; oldest first. */
    private final Map<Long, Instant> underWay = new LinkedHashMap<>();

    private long lastSent;

    /** Everything up to this sequence has been sent in this connection. */
    long lastSent() {
        return lastSent;
    }

    /** How many more may be sent now. */
    int room() {
        return SIZE - underWay.size();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    void sent(long sequence, Instant now) {
        if (sequence <= lastSent || room() <= 0) {
            throw new IllegalStateException("rows are sent in order, and not more than the window holds");
        }
        lastSent = sequence;
        underWay.put(sequence, now);
    }

    /** False if it was not under way. */
    boolean acknowledged(long sequence) {
        return underWay.remove(sequence) != null;
    }

    /** Whether a row has waited longer than it may. */
    boolean isStuck(Instant now) {
        Optional<Instant> oldest = underWay.values().stream().findFirst();
        return oldest.isPresent() && oldest.get().plus(PATIENCE).isBefore(now);
    }
}
