package org.benchconnect.desk.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

/** On one machine. */
class SqliteJournalTest extends JournalRules {
    @TempDir
    Path folder;

    @Override
    Database database() throws Exception {
        Database real = Database.sqlite(folder.resolve("data/journal.db"));
        return () -> patient(real.open());
    }

    /** Who waits for another writer does so longer than a machine stands still. */
    private static Connection patient(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 120000");
        }
        return open;
    }
}
