package org.benchconnect.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: uniform over a span, so that a fleet does not come back all at once. After a
 * loss the span is that of its kind; each further attempt doubles it up to the cap. Only an acknowledged publish brings it
 * down again, never a mere connection: over its daily quota a hub accepts connections and closes them at the first
 * publish. Used by one thread.
 */
final class Backoff {
    /** The least span after a failed attempt, when the first span is configured to be zero. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** How a connection was lost. */
    enum Loss {
        /** Probably this PC or its network alone. */
        ISOLATED,
        /** The server ended it, so every agent may come back now. */
        SERVER_SIDE,
        /** This PC ended it, because its password ends soon: it comes back at once. */
        RENEWAL,
        /** This PC ended it, because the server did what it may not: its acknowledgements count for nothing. */
        VIOLATION
    }

    /**
     * Spans of the first attempt, and the longest of all.
     *
     * @param isolated after an isolated loss, and at the start
     * @param serverSide after the server ended the connection
     * @param cap the longest
     */
    record Spans(Duration isolated, Duration serverSide, Duration cap) {
        Duration of(Loss loss) {
            return switch (loss) {
                case SERVER_SIDE -> serverSide;
                case RENEWAL -> Duration.ZERO;
                case ISOLATED, VIOLATION -> isolated;
            };
        }
    }

    private final Spans spans;
    private final RandomGenerator random;
    private Duration span;
    private boolean acknowledged;

    Backoff(Spans spans, RandomGenerator random) {
        this.spans = spans;
        this.random = random;
        this.span = spans.isolated();
    }

    /** The wait before the next attempt; the one after it waits over a longer span. */
    Duration next() {
        Duration bounded = shorter(span, spans.cap());
        span = shorter(longer(bounded.multipliedBy(2), LEAST), spans.cap());
        return Duration.ofMillis(random.nextLong(bounded.toMillis() + 1));
    }

    /** The service side acknowledged a publish. */
    void acknowledged() {
        acknowledged = true;
    }

    /** A connection was lost, or could not be made. */
    void lost(Loss loss) {
        span = acknowledged && loss != Loss.VIOLATION ? spans.of(loss) : longer(span, spans.of(loss));
        acknowledged = false;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
