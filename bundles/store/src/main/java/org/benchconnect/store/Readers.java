package org.benchconnect.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/**
 * The connections that read, at most {@value #MOST}, each for one query at a time; a query inside a query takes another. Every query sees one state of the
 * database, the newest that is durable. Safe for any thread.
 */
final class Readers implements AutoCloseable {
    static final int MOST = 3;

    /** How long a caller waits for the connections of others. In seconds. */
    private static final int PATIENCE = 5;

    private final Path file;
    private final long bootEpoch;
    private final Predicate<Stream> streams;
    private final BadRows later;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * Over the database of a file.
     *
     * @param streams which streams are on
     * @param later is told of bad rows when the query that met them is over
     */
    Readers(Path file, long bootEpoch, Predicate<Stream> streams, BadRows later) {
        this.file = file;
        this.bootEpoch = bootEpoch;
        this.streams = streams;
        this.later = later;
    }

    /** One connection with its tables, and the bad rows that its present query met. */
    private record Reader(Statements statements, SqlTables tables, Map<Long, BadRows.Origin> bad) {}

    /** Runs a query. */
    <T> T query(Function<Tables, T> query) {
        if (closed || !acquire(1)) {
            throw new StoreException(
                    StoreHealth.UNAVAILABLE, "the database is closed or busy", new IllegalStateException());
        }
        try {
            return query(query, reader());
        } finally {
            free.release();
        }
    }

    private <T> T query(Function<Tables, T> query, Reader reader) {
        try {
            reader.statements().update("BEGIN");
            T found = query.apply(reader.tables());
            reader.statements().update("COMMIT");
            idle.push(reader);
            return found;
        } catch (RuntimeException | Error e) {
            reader.statements().close(); // in whatever state it was left
            throw e;
        } finally {
            reader.bad().forEach((id, origin) -> later.bad(origin, id));
            reader.bad().clear();
        }
    }

    private Reader reader() {
        Reader reader = idle.poll();
        return reader == null ? open() : reader;
    }

    private Reader open() {
        try {
            Statements statements = new Statements(Connections.reading(file));
            Map<Long, BadRows.Origin> bad = new LinkedHashMap<>();
            SqlTables tables = SqlTables.over(
                    statements,
                    (origin, id) -> bad.put(id, origin),
                    () -> bootEpoch,
                    streams,
                    () -> OutboxBounds.SHIPPED,
                    sequence -> {
                        throw new IllegalStateException("a query changes nothing");
                    });
            return new Reader(statements, tables, bad);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Makes sure, if possible, that one is open and has read: while it is, closing the connection that writes leaves the
     * WAL as it is.
     */
    void hold() {
        try {
            Reader reader = reader();
            reader.statements().number("SELECT count(*) FROM sqlite_schema");
            idle.push(reader);
        } catch (SqlFailure e) {
            // Not even the first page can be read; then the WAL is written into the file, which loses nothing either.
        }
    }

    /** Waits for the queries that run, then closes. */
    @Override
    public void close() {
        closed = true;
        boolean all = acquire(MOST);
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.statements().close();
        }
        if (all) {
            free.release(MOST);
        }
    }

    private boolean acquire(int permits) {
        try {
            return free.tryAcquire(permits, PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
