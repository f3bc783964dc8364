package org.benchconnect.store;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Commands;
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
 * @param commands the commands that were taken
 * @param statements the connection
 */
record SqlTables(Positions positions, Notices notices, Outbox outbox, Commands commands, Statements statements)
        implements Tables {
    /**
     * Makes them.
     *
     * @param badRows is told of rows that do not decode
     * @param bootEpoch of this opening
     * @param streams which streams are on
     * @param bounds how much may wait in the outbox
     * @param noMessage takes a row of the outbox out that decodes and is no message
     */
    static SqlTables over(
            Statements statements,
            BadRows badRows,
            LongSupplier bootEpoch,
            Predicate<Stream> streams,
            Supplier<OutboxBounds> bounds,
            LongConsumer noMessage) {
        DecodedRows rows = new DecodedRows(statements, badRows);
        return new SqlTables(
                new SqlPositions(statements, rows),
                new SqlNotices(statements, rows),
                new SqlOutbox(statements, rows, bootEpoch, streams, bounds, noMessage),
                new SqlCommands(statements),
                statements);
    }

    /** How many rows were set aside because they could not be decoded. */
    long quarantined() {
        return Quarantine.count(statements);
    }
}
