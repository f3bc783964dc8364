package org.benchconnect.desk.journal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Where the journal is kept. The SQL is the same for both. */
@FunctionalInterface
interface Database {
    /** A new connection, in which a commit is on the disk. */
    Connection open() throws SQLException;

    /** A file of this machine; its folder is made. One process at a time writes it. */
    static Database sqlite(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(10_000); // milliseconds
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        return source::getConnection;
    }

    /**
     * A server; any number of workers. Beyond this machine the server shows a certificate that the authorities of this Java runtime vouch for, by its name; a
     * refusal of that is no connection.
     *
     * @param address {@code postgresql://host:port/database}
     */
    static Database postgresql(URI address, String user, String password) {
        String host = String.valueOf(address.getHost());
        String name = String.valueOf(address.getPath());
        if (!"postgresql".equals(address.getScheme())
                || !host.matches("[A-Za-z0-9.-]{1,253}")
                || !name.matches("/[A-Za-z0-9_-]{1,63}")
                || address.getRawQuery() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a database is postgresql://host:port/name");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {address.getPort() == -1 ? 5432 : address.getPort()});
        source.setDatabaseName(name.substring(1));
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(10); // seconds
        source.setSocketTimeout(30);
        source.setTcpKeepAlive(true);
        if (!host.equals("localhost") && !host.equals("127.0.0.1")) {
            source.setSslMode("verify-full");
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return () -> {
            Connection connection = source.getConnection();
            try (Statement set = connection.createStatement()) {
                set.execute("SET synchronous_commit TO on");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        };
    }
}
