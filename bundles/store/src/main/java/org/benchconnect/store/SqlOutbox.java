package org.benchconnect.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Outbox;

/** The table {@code outbox}. */
final class SqlOutbox implements Outbox {
    static final String COLUMNS = "SELECT sequence, boot_epoch, at, stream, report FROM outbox ";

    private static final String APPEND = "INSERT INTO outbox (boot_epoch, at, stream, report) VALUES (?, ?, ?, ?)";
    private static final String AFTER = COLUMNS + "WHERE sequence > ? ORDER BY sequence";
    private static final String REMOVE = "DELETE FROM outbox WHERE sequence = ?";
    private static final String WAITING = "SELECT count(*) FROM outbox";

    private final Statements statements;
    private final DecodedRows rows;
    private final LongSupplier bootEpoch;
    private final Predicate<Stream> streams;

    SqlOutbox(Statements statements, DecodedRows rows, LongSupplier bootEpoch, Predicate<Stream> streams) {
        this.statements = statements;
        this.rows = rows;
        this.bootEpoch = bootEpoch;
        this.streams = streams;
    }

    @Override
    public boolean append(Report report, Instant at) {
        if (!streams.test(report.stream())) {
            return false;
        }
        statements.update(
                APPEND,
                bootEpoch.getAsLong(),
                at.toEpochMilli(),
                report.stream().name(),
                ReportCodec.encode(report));
        return true;
    }

    @Override
    public List<OutboxEntry> after(long sequence, int limit) {
        return limit < 1 ? List.of() : rows.read(BadRows.Origin.OUTBOX, limit, AFTER, SqlOutbox::decode, sequence);
    }

    @Override
    public void remove(long sequence) {
        statements.update(REMOVE, sequence);
    }

    @Override
    public long waiting() {
        return statements.number(WAITING);
    }

    static OutboxEntry decode(ResultSet row) throws SQLException {
        Report report = ReportCodec.decode(row.getString(5));
        if (!report.stream().name().equals(row.getString(4))) {
            throw new IllegalArgumentException("a report's stream is not its row's");
        }
        return new OutboxEntry(row.getLong(2), row.getLong(1), Instant.ofEpochMilli(row.getLong(3)), report);
    }

    @Override
    public List<OutboxEntry> next(java.util.Set<Long> underWay, int limit) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void sent(long sequence, String sent, Instant at) {
        remove(sequence);
    }

    @Override
    public long givenUp() {
        return 0;
    }

    @Override
    public List<org.benchconnect.core.link.Departures.Departure> departures(int limit) {
        return List.of();
    }
}
