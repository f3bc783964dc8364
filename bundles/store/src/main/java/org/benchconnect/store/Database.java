package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.benchconnect.core.link.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * One open database: the connection that writes with its tables, and the connections that read. The writer's thread owns
 * it; others use {@link #readers} and {@link #identity} alone.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Statements statements;
    private final Identity identity;
    private final IdentityFile beside;
    private final List<FileTrace> traces;
    private final Readers readers;
    private final SqlTables tables;
    private final Quarantine quarantine;
    private final Retention retention;

    /** Whether the new boot epoch is on the disk: on a full disk it waits for the first change that fits. */
    private boolean epochIsStored;

    /**
     * What a database needs of its surroundings.
     *
     * @param limits its bounds
     * @param clock the time
     * @param streams which streams are on
     * @param bounds how much may wait in the outbox
     * @param later is told of bad rows that a query met; the writer sees to them
     */
    record Context(
            Limits limits, Clock clock, Predicate<Stream> streams, Supplier<OutboxBounds> bounds, BadRows later) {}

    private Database(Statements statements, Identity identity, Path file, Context context) throws IOException {
        this.statements = statements;
        this.identity = identity;
        this.beside = IdentityFile.beside(file);
        this.traces = traces(file);
        this.readers = new Readers(file, identity.bootEpoch(), context.streams(), context.later());
        this.quarantine = new Quarantine(statements, context.clock());
        this.tables = SqlTables.over(
                statements,
                quarantine,
                identity::bootEpoch,
                context.streams(),
                context.bounds(),
                sequence -> quarantine.setAside(BadRows.Origin.OUTBOX, sequence));
        this.retention = new Retention(statements, context.clock(), context.limits());
    }

    /** The WAL only where files have keys: its size says nothing, because it becomes shorter at times. */
    private static List<FileTrace> traces(Path file) throws IOException {
        FileTrace main = FileTrace.of(file);
        Path wal = DatabaseFiles.wal(file);
        return main.key() != null && Files.exists(wal) ? List.of(main, FileTrace.of(wal)) : List.of(main);
    }

    /**
     * Opens a file that is there and whole, and brings its schema up to date.
     *
     * @throws SqlFailure if it cannot be used
     */
    static Database open(Path file, Context context) throws SQLException, IOException {
        Statements statements = new Statements(Connections.writing(file));
        try {
            configure(statements, context.limits());
            Migrations.toNewest(statements);
            if (!Migrations.isComplete(statements)) {
                throw new SqlFailure(new SQLException("a table is missing", null, SQLiteErrorCode.SQLITE_CORRUPT.code));
            }
            IdentityFile beside = IdentityFile.beside(file);
            Identity stored = beside.raise(Identity.read(statements, beside.substitute(context.clock())));
            return new Database(statements, stored.reopened(), file, context);
        } catch (IOException | RuntimeException e) {
            statements.close();
            throw e;
        }
    }

    /** WAL is a property of the file, the bound one of the connection. */
    static void configure(Statements statements, Limits limits) {
        statements.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
        if (limits.maxPages() > 0) {
            statements.number("PRAGMA max_page_count = " + limits.maxPages());
        }
    }

    Identity identity() {
        return identity;
    }

    Readers readers() {
        return readers;
    }

    SqlTables tables() {
        return tables;
    }

    Statements statements() {
        return statements;
    }

    Quarantine quarantine() {
        return quarantine;
    }

    /** Whether the files that are open still lie under their names. */
    boolean isInPlace() {
        return traces.stream().allMatch(FileTrace::isThere);
    }

    /** Writes the identity beside the database again, if somebody removed it. */
    void keepIdentityBeside() {
        if (epochIsStored && !beside.exists()) {
            epochIsStored = false;
            begin();
            commit();
        }
    }

    /** Whether the file that lies there is one that is open here. */
    boolean has(Path path) {
        return traces.stream().anyMatch(trace -> trace.path().equals(path) && trace.isThere());
    }

    /** Begins a transaction. Its first change is the boot epoch, until that is stored. */
    void begin() {
        statements.update("BEGIN IMMEDIATE");
        if (!epochIsStored) {
            beside.write(identity);
            identity.write(statements);
        }
    }

    /** When this returns, the transaction is on the disk. */
    void commit() {
        statements.update("COMMIT");
        epochIsStored = true;
    }

    void rollBack() {
        Migrations.rollBack(statements);
    }

    /** Deletes a piece of what need not be kept; whether there may be more. */
    boolean retain() {
        begin();
        boolean more = retention.piece();
        commit();
        return more;
    }

    /**
     * Writes and removes more than a usual change, to see whether there is space again.
     *
     * @throws SqlFailure if not
     */
    void probe() {
        begin();
        statements.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('probe', zeroblob(65536))");
        commit();
        begin();
        statements.update("DELETE FROM meta WHERE name = 'probe'");
        commit();
    }

    /** Closes: what is in the WAL goes into the file. */
    void close() {
        readers.close();
        try {
            statements.number("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SqlFailure e) {
            LOG.warn("The database could not be tidied at its end ({}); nothing is lost", Trouble.code(e));
        }
        closeWriter();
    }

    /** Closes and leaves file and WAL as they are, because the last connection to be closed cannot write. */
    void closeUntouched() {
        readers.hold();
        closeWriter();
        readers.close();
    }

    /** Closes what is under its name no more. SQLite sees that, and touches nothing that has the name now. */
    void closeAstray() {
        readers.close();
        closeWriter();
    }

    private void closeWriter() {
        try {
            statements.close();
        } catch (SqlFailure e) {
            LOG.warn("The database could not be closed ({})", Trouble.code(e));
        }
    }
}
