package org.benchconnect.store;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code quarantine}: rows that could not be decoded, taken out of the way of those behind them, kept for a person
 * to look at. Logged without their content. Only the newest are kept. For the writer's thread.
 */
final class Quarantine implements BadRows {
    /** How many rows are kept. */
    static final int KEPT = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Statements statements;
    private final Clock clock;

    Quarantine(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Takes the row out, if it is still there and still cannot be decoded. */
    @Override
    public void bad(Origin origin, long id) {
        boolean still = statements
                .first(
                        origin.select,
                        row -> DecodedRows.decoded(row, origin.decode).isEmpty(),
                        id)
                .orElse(false);
        if (still) {
            setAside(origin, id);
        }
    }

    /** Takes a row out, whatever is wrong with it. */
    void setAside(Origin origin, long id) {
        if (statements.update(origin.copy, clock.millis(), id) > 0) {
            statements.update(origin.remove, id);
            statements.update("DELETE FROM quarantine WHERE id <= (SELECT max(id) FROM quarantine) - ?", KEPT);
            LOG.warn("A row of {} could not be read and was set aside", origin);
        }
    }

    /** How many rows were set aside. */
    static long count(Statements statements) {
        return statements.number("SELECT count(*) FROM quarantine");
    }
}
