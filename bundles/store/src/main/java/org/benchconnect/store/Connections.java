package org.benchconnect.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/**
 * Opens connections. Each stays in the driver's auto-commit mode: transactions are begun and ended by our own statements.
 */
final class Connections {
    /** How long SQLite waits for another process that holds the file, such as a backup. In milliseconds. */
    private static final int BUSY_TIMEOUT = 5000;
    /** The WAL is cut back to this after a checkpoint. In bytes. */
    private static final int JOURNAL_SIZE_LIMIT = 4 << 20;
    /** Page caches: negative is in KiB. */
    private static final int WRITER_CACHE = -2000;

    private static final int READER_CACHE = -500;

    private Connections() {}

    /** The one that writes. Does not touch the file before the first statement. */
    static Connection writing(Path file) throws SQLException {
        SQLiteConfig config = common(WRITER_CACHE);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(JOURNAL_SIZE_LIMIT);
        config.enforceForeignKeys(true);
        return open(file, config);
    }

    /** One that cannot write, whatever it is asked. */
    static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = common(READER_CACHE);
        config.setReadOnly(true);
        return open(file, config);
    }

    /**
     * One that reads a damaged file: forbearing of one that is shorter than it says, suspicious of cells that do not fit
     * their page. Nothing else is set, because most settings read the first page, which may be the damaged one.
     */
    static Connection salvaging(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = open(file, config);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute("PRAGMA cell_size_check = ON");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static SQLiteConfig common(int cache) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT);
        config.setCacheSize(cache);
        config.setTempStore(TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config) throws SQLException {
        return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), config.toProperties());
    }
}
