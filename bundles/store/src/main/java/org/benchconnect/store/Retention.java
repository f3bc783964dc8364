package org.benchconnect.store;

import java.time.Clock;

/**
 * Ends the history: cleared notices beyond the newest 10 000, or cleared more than 400 days ago, go, a few at a time so that
 * no change waits for it. Active notices and the outbox are never evicted. For the writer's thread.
 */
final class Retention {
    /** Rows in one transaction. */
    static final int PIECE = 200;

    private static final String TOO_OLD = "DELETE FROM notice WHERE id IN (SELECT id FROM notice"
            + " WHERE cleared_at < ? ORDER BY cleared_at, id LIMIT " + PIECE + ")";
    private static final String TOO_MANY = "DELETE FROM notice WHERE id IN (SELECT id FROM notice"
            + " WHERE cleared_at IS NOT NULL ORDER BY cleared_at DESC, id DESC LIMIT " + PIECE + " OFFSET ?)";

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
        int old = statements.update(
                TOO_OLD, clock.instant().minus(limits.historyAge()).toEpochMilli());
        int many = statements.update(TOO_MANY, limits.history());
        return old == PIECE || many == PIECE;
    }
}
