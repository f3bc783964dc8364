package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new database of what can still be read of a damaged one. The damaged file is only read. Killed meanwhile, the
 * next start begins again.
 */
final class Salvage {
    /** Where the count of notices was lost: this many numbers are left out rather than one given twice. */
    static final long NOTICE_GAP = 100_000;

    /** A file of an older version has no priorities; where there are some, this changes none. */
    private static final String PRIORITIES =
            "UPDATE outbox SET priority = 0 WHERE stream = 'AUDIT_HEADS' OR report GLOB '*[A-Z]|FAULT|*'";

    private final DatabaseFiles files;
    private final Clock clock;

    Salvage(DatabaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Makes the new database beside the damaged one.
     *
     * @param known who this agent is, if that is known
     * @return how many rows were carried over
     */
    long run(@Nullable Identity known) throws IOException, SQLException {
        files.remove(files.fresh());
        Path source = files.current();
        if (!showsTables(source)) {
            PageOne.mend(source, files.mended());
            source = files.mended();
        }
        try (Statements from = new Statements(Connections.salvaging(source))) {
            Identity identity =
                    known == null ? Identity.read(from, files.identity().substitute(clock)) : known;
            return copy(from, identity, files.fresh());
        } finally {
            files.remove(files.mended());
        }
    }

    /** Copies what can be read over an open connection into a new file. How many rows. */
    static long copy(Statements from, Identity identity, Path fresh) throws IOException, SQLException {
        long[] rows = {0};
        try {
            NewDatabase.make(fresh, identity, to -> rows[0] = carryOver(from, to));
        } catch (TableCopy.TargetFailure e) {
            throw e.failure();
        }
        return rows[0];
    }

    private static boolean showsTables(Path file) {
        try (Statements statements = new Statements(Connections.salvaging(file))) {
            return statements.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'notice')") == 2;
        } catch (SqlFailure | SQLException e) {
            return false;
        }
    }

    private static long carryOver(Statements from, Statements to) {
        long rows = new TableCopy(from, to, "notice").byKey("id")
                + new TableCopy(from, to, "outbox").byKey("sequence")
                + new TableCopy(from, to, "adapter").byKey("id")
                + new TableCopy(from, to, "quarantine").byKey("id")
                + new TableCopy(from, to, "given_up").byKey("sequence")
                + new TableCopy(from, to, "departure").byKey("id")
                + new TableCopy(from, to, "command").fromBothEnds("nonce", "expires")
                + new TableCopy(from, to, "position").fromBothEnds("adapter", "name");
        to.update(PRIORITIES);
        countOn(from, to);
        return rows;
    }

    /** Numbers that were given are not given again. */
    private static void countOn(Statements from, Statements to) {
        long given = to.number("SELECT coalesce(max(id), 0) FROM notice");
        long counted = lookUp(from, "SELECT value FROM meta WHERE name = 'notice-id'");
        to.update(
                "INSERT OR REPLACE INTO meta (name, value) VALUES ('notice-id', ?)",
                counted > 0 ? Math.max(given, counted) : given + NOTICE_GAP);
        to.update(
                "INSERT OR REPLACE INTO meta (name, value) VALUES ('given-up', ?)",
                Math.max(0, lookUp(from, "SELECT value FROM meta WHERE name = 'given-up'")));
        to.update(
                "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
                SqlCommands.FLOOR,
                Math.max(0, lookUp(from, "SELECT value FROM meta WHERE name = '" + SqlCommands.FLOOR + "'")));
        long sequence = Math.max(
                to.number("SELECT coalesce(max(sequence), 0) FROM outbox"),
                lookUp(from, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"));
        to.update("DELETE FROM sqlite_sequence WHERE name = 'outbox'");
        to.update("INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)", sequence);
    }

    private static long lookUp(Statements from, String sql) {
        try {
            return from.number(sql);
        } catch (SqlFailure e) {
            return 0;
        }
    }
}
