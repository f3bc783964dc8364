package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/** Looks at a database file before anything may write to it, over a connection that cannot write. */
final class FileCheck {
    /** How often the clock is read: SQLite's virtual machine steps. */
    private static final int STEPS = 10_000;

    private FileCheck() {}

    /**
     * Whether the file is whole, as far as could be seen in time.
     *
     * @throws NewerSchemaException if a newer release wrote it
     * @throws SqlFailure if it cannot be read
     */
    static boolean isWhole(Path file, Duration atMost) throws NewerSchemaException, IOException {
        if (Files.isRegularFile(file) && Files.size(file) < PageOne.SIZE) {
            return false; // SQLite would take it for a new one; ours have their tables from the start
        }
        try (Connection connection = Connections.reading(file);
                Statements statements = new Statements(connection)) {
            int version = Migrations.version(statements);
            if (version > Migrations.NEWEST) {
                throw new NewerSchemaException(version);
            }
            stopAfter(atMost, connection);
            return "ok".equals(firstFinding(statements));
        } catch (SQLException e) {
            return answer(new SqlFailure(e));
        } catch (SqlFailure e) {
            return answer(e);
        }
    }

    private static String firstFinding(Statements statements) {
        return statements
                .first("PRAGMA quick_check(1)", row -> row.getString(1))
                .orElse("");
    }

    private static boolean answer(SqlFailure failure) {
        if (failure.getCause() instanceof SQLException sql
                && sql.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return true; // the time is up, and nothing was found so far
        }
        if (Trouble.of(failure) == Trouble.DAMAGED) {
            return false;
        }
        throw failure;
    }

    private static void stopAfter(Duration atMost, Connection connection) throws SQLException {
        long end = System.nanoTime() + atMost.toNanos();
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - end < 0 ? 0 : 1;
            }
        });
    }
}
