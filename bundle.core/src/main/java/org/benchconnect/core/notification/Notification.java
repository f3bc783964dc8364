package org.benchconnect.core.notification;

import java.time.Instant;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about: one condition of one source, from its first signal until it clears.
 *
 * @param id unique on this PC, rising
 * @param source who saw it: the id of an adapter, or the short name of a bundle; {@code [a-z][a-z0-9.-]{0,39}}
 * @param condition what is so
 * @param kind what it is about
 * @param severity the severity of the newest signal
 * @param facts the facts of the newest signal
 * @param state open, acknowledged or cleared
 * @param count how often it was signalled, 1 or more
 * @param firstSeen when it was first signalled
 * @param lastSeen when it was last signalled
 * @param acknowledgedAt when somebody acknowledged it, or null
 * @param clearedAt when it went away, or null while it has not
 * @param escalatedAt when it was pressed on because nobody had acknowledged it for too long, or null
 * @param seenByServiceAt when the service side said that somebody there has seen it, or null; it changes nothing else: the people here are still asked
 */
public record Notification(
        long id,
        String source,
        Condition condition,
        Kind kind,
        Severity severity,
        Facts facts,
        State state,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant seenByServiceAt) {

    /** One that was neither pressed on nor seen by the service side. */
    public Notification(
            long id,
            String source,
            Condition condition,
            Kind kind,
            Severity severity,
            Facts facts,
            State state,
            long count,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant clearedAt) {
        this(
                id,
                source,
                condition,
                kind,
                severity,
                facts,
                state,
                count,
                firstSeen,
                lastSeen,
                acknowledgedAt,
                clearedAt,
                null,
                null);
    }

    /** The life of a notice. */
    public enum State {
        /** Nobody has acknowledged it. */
        OPEN,
        /** Somebody has seen it; it is still so. */
        ACKNOWLEDGED,
        /** It went away. It stays in the history. */
        CLEARED
    }
}
