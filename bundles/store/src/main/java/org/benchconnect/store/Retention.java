package org.benchconnect.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends the history: cleared notices beyond the newest 10 000, or cleared more than 400 days ago, go, a few at a time so that
 * no change waits for it; what left this PC more than 90 days ago goes, and a command's number a day after its command is worth nothing any more;
 * no command that ends as early as one of those is taken again.
 * Active notices and the outbox are never evicted here. For the writer's thread.
 */
final class Retention {
    /** Rows in one transaction. */
    static final int PIECE = 200;

    private static final String TOO_OLD = "DELETE FROM notice WHERE id IN (SELECT id FROM notice"
            + " WHERE cleared_at < ? ORDER BY cleared_at, id LIMIT " + PIECE + ")";
    private static final String TOO_MANY = "DELETE FROM notice WHERE id IN (SELECT id FROM notice"
            + " WHERE cleared_at IS NOT NULL ORDER BY cleared_at DESC, id DESC LIMIT " + PIECE + " OFFSET ?)";

    /** How long after its end a command's number is kept. */
    private static final Duration COMMAND_AGE = Duration.ofDays(1);

    private static final Duration DEPARTURE_AGE = Duration.ofDays(90);

    private static final String COMMANDS = "DELETE FROM command WHERE expires < ?";
    /** Behind the end of every command whose number goes, also where the clock is set back afterwards. */
    private static final String COMMAND_FLOOR = "INSERT INTO meta (name, value)"
            + " SELECT '" + SqlCommands.FLOOR + "', max(expires) FROM command WHERE expires < ?"
            + " HAVING max(expires) IS NOT NULL"
            + " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)";

    private static final String DEPARTURES = "DELETE FROM departure WHERE at < ?";

    private final Statements statements;
    private final Clock clock;
    private final Limits limits;

    Retention(Statements statements, Clock clock, Limits limits) {
        this.statements = statements;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Deletes one piece.
     *
     * @return whether there may be more to delete
     */
    boolean piece() {
        Instant now = clock.instant();
        long forgotten = now.minus(COMMAND_AGE).toEpochMilli();
        statements.update(COMMAND_FLOOR, forgotten);
        statements.update(COMMANDS, forgotten);
        statements.update(DEPARTURES, now.minus(DEPARTURE_AGE).toEpochMilli());
        int old = statements.update(TOO_OLD, now.minus(limits.historyAge()).toEpochMilli());
        int many = statements.update(TOO_MANY, limits.history());
        return old == PIECE || many == PIECE;
    }
}
