package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a server that others use too: a real one, of this machine's own package. */
class PostgresqlJournalTest extends JournalRules {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @org.jspecify.annotations.Nullable
    private static PostgresqlServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresqlServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database database() throws Exception {
        String name = "journal_" + NUMBER.incrementAndGet();
        try (Connection connection = server.database("postgres").open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.database(name);
    }

    @Test
    void aConnectionThatTheServerCutsIsReplacedByTheNextCall() throws Exception {
        Database database = database();
        try (Journal journal = Journal.open(database)) {
            journal.add(Events.event(1), Instant.EPOCH);
            try (Connection connection = server.database("postgres").open();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname LIKE 'journal_%' AND pid <> pg_backend_pid()");
                Await.until(() -> isCut(statement), "what was told to end has ended");
            }

            assertThrows(JournalException.class, () -> journal.add(Events.event(2), Instant.EPOCH));
            assertTrue(journal.add(Events.event(2), Instant.EPOCH));
            assertEquals(2, journal.counts()[0]);
        }
    }

    private static boolean isCut(Statement statement) {
        try (ResultSet rows =
                statement.executeQuery("SELECT COUNT(*) FROM pg_stat_activity WHERE datname LIKE 'journal_%'")) {
            return rows.next() && rows.getLong(1) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAddressSaysNoMoreThanWhereItIs() {
        for (String wrong : new String[] {
            "postgresql://db/journal?sslmode=disable",
            "postgresql://user:secret@db/journal",
            "mysql://db/journal",
            "postgresql://db/",
            "postgresql://db/a/b"
        }) {
            assertThrows(
                    IllegalArgumentException.class, () -> Database.postgresql(URI.create(wrong), "user", "password"));
        }
    }
}
