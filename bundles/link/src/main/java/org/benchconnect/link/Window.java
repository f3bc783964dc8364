package org.benchconnect.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows are under way in one connection: sent, and not acknowledged. Belongs to that connection; the next begins with a
 * new one, and so sends again whatever is still in the outbox. Used by one thread.
 */
final class Window {
    /** Below {@link PahoBroker#MAX_IN_FLIGHT}, beyond which Paho refuses (error 32202); presence needs room too. */
    static final int SIZE = 48;
    /** A row under way for longer means that the connection only looks alive. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Oldest first. */
    private final Map<Long, UnderWay> underWay = new LinkedHashMap<>();

    /**
     * A row under way.
     *
     * @param text exactly what was sent
     * @param since when, by the steady clock
     */
    private record UnderWay(String text, Instant since) {}

    /** The sequences of the rows under way. */
    Set<Long> sequences() {
        return Collections.unmodifiableSet(underWay.keySet());
    }

    /** How many more may be sent now. */
    int room() {
        return SIZE - underWay.size();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /**
     * A row was sent.
     *
     * @param text exactly what was sent
     * @param now by the steady clock
     */
    void sent(long sequence, String text, Instant now) {
        if (room() <= 0 || underWay.putIfAbsent(sequence, new UnderWay(text, now)) != null) {
            throw new IllegalStateException("a row is sent once, and not more than the window holds");
        }
    }

    /** What was sent; empty if it was not under way. */
    Optional<String> acknowledged(long sequence) {
        return Optional.ofNullable(underWay.remove(sequence)).map(UnderWay::text);
    }

    /** Whether a row has waited longer than it may. */
    boolean isStuck(Instant now) {
        Optional<UnderWay> oldest = underWay.values().stream().findFirst();
        return oldest.isPresent() && oldest.get().since().plus(PATIENCE).isBefore(now);
    }
}
