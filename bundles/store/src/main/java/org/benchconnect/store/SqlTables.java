package org.benchconnect.store;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.Tables;

/**
 * The tables over one connection.
 *
 * @param positions what was read
 * @param notices the notices
 * @param outbox what must still leave
 * @param statements the connection
 */
record SqlTables(Positions positions, Notices notices, Outbox outbox, Statements statements) implements Tables {
    static SqlTables over(Statements statements, BadRows badRows, LongSupplier bootEpoch, Predicate<Stream> streams) {
        DecodedRows rows = new DecodedRows(statements, badRows);
        return new SqlTables(
                new SqlPositions(statements, rows),
                new SqlNotices(statements, rows),
                new SqlOutbox(statements, rows, bootEpoch, streams),
                statements);
    }

    @Override
    public org.benchconnect.core.store.Commands commands() {
        throw new UnsupportedOperationException("not yet");
    }

    /** How many rows were set aside because they could not be decoded. */
    long quarantined() {
        return Quarantine.count(statements);
    }
}
