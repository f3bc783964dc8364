package org.benchconnect.desk.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.desk.teamviewer.RecordedConnection;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a database. An event is there once, by its source and id; the first one counts, and none is ever changed. Safe for any thread, one statement at a time;
 * a connection that fails is closed, and the next call opens another.
 */
final class Journal implements AutoCloseable {
    private static final int VERSION = 1;
    /** Of what was refused only so much is kept. */
    private static final int MOST_REFUSED = 10_000;

    private static final List<Detail> DETAILS =
            SessionReport.DETAILS.stream().sorted().toList();
    private static final String COLUMNS =
            "\"source\",\"id\",\"tenant\",\"sequence\",\"time\",\"entry\",\"at\",\"event\","
                    + DETAILS.stream().map(detail -> "\"" + detail.key() + "\"").collect(Collectors.joining(","));
    private static final int FIXED = 8; // columns before the details

    private final Database database;
    private @Nullable Connection connection;

    private Journal(Database database) {
        this.database = database;
    }

    /**
     * Opens it, and makes its tables where there are none.
     *
     * @throws JournalException if it cannot be opened, or was written by a newer desk
     */
    static Journal open(Database database) throws JournalException {
        Journal journal = new Journal(database);
        journal.counts();
        return journal;
    }

    /**
     * Stores an event, durably, when this returns.
     *
     * @return false if it is there already
     */
    boolean add(SessionEvent event, Instant received) throws JournalException {
        return run(open -> {
            String values = "?,".repeat(FIXED + DETAILS.size()) + "?";
            try (PreparedStatement insert = open.prepareStatement("INSERT INTO session_event (" + COLUMNS
                    + ",\"received\") VALUES (" + values + ") ON CONFLICT (\"source\",\"id\") DO NOTHING")) {
                SessionReport report = event.report();
                insert.setString(1, event.source());
                insert.setString(2, event.id());
                insert.setString(3, event.tenant());
                insert.setLong(4, event.sequence());
                insert.setString(5, event.time().toString());
                insert.setLong(6, report.entry());
                insert.setString(7, report.at().toString());
                insert.setString(8, report.event().name());
                int column = FIXED;
                for (Detail detail : DETAILS) {
                    insert.setString(++column, report.details().get(detail));
                }
                insert.setString(++column, received.toString());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Notes that something was refused: when, why, and the SHA-256 of its bytes; never the bytes, for nobody knows what is in them. */
    void refused(byte[] bytes, String why, Instant at) throws JournalException {
        run(open -> {
            try (PreparedStatement count = open.prepareStatement("SELECT COUNT(*) FROM refused_event");
                    ResultSet rows = count.executeQuery()) {
                if (rows.next() && rows.getLong(1) >= MOST_REFUSED) {
                    return false;
                }
            }
            try (PreparedStatement insert = open.prepareStatement(
                    "INSERT INTO refused_event (\"digest\",\"why\",\"at\") VALUES (?,?,?) ON CONFLICT (\"digest\") DO NOTHING")) {
                insert.setString(1, digest(bytes));
                insert.setString(2, why);
                insert.setString(3, at.toString());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** What is known of a session, in the order of the agent's ledger. */
    List<SessionEvent> ofSession(String source, String session) throws JournalException {
        return run(open -> {
            List<SessionEvent> found = new ArrayList<>();
            try (PreparedStatement select = open.prepareStatement("SELECT " + COLUMNS
                    + " FROM session_event WHERE \"source\" = ? AND \"session\" = ? ORDER BY \"entry\", \"id\"")) {
                select.setString(1, source);
                select.setString(2, session);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(event(rows));
                    }
                }
            }
            return found;
        });
    }

    /** What is known of connections through TeamViewer that began in this time. */
    List<RecordedConnection> throughTeamViewer(Instant from, Instant until) throws JournalException {
        return run(open -> TeamViewerConnections.between(open, from, until));
    }

    /** How many events there are, and how many were refused. */
    long[] counts() throws JournalException {
        return run(open -> {
            long[] counts = new long[2];
            String[] tables = {"session_event", "refused_event"};
            for (int i = 0; i < tables.length; i++) {
                try (PreparedStatement count = open.prepareStatement("SELECT COUNT(*) FROM " + tables[i]);
                        ResultSet rows = count.executeQuery()) {
                    counts[i] = rows.next() ? rows.getLong(1) : 0;
                }
            }
            return counts;
        });
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // whatever was committed is there; nothing else is
            }
        }
    }

    private static SessionEvent event(ResultSet row) throws SQLException {
        EnumMap<Detail, String> details = new EnumMap<>(Detail.class);
        int column = FIXED;
        for (Detail detail : DETAILS) {
            String value = row.getString(++column);
            if (value != null) {
                details.put(detail, value);
            }
        }
        SessionReport report = new SessionReport(
                row.getLong(6), Instant.parse(row.getString(7)), EventKind.valueOf(row.getString(8)), details);
        return new SessionEvent(
                row.getString(3),
                row.getString(1),
                row.getString(2),
                row.getLong(4),
                Instant.parse(row.getString(5)),
                report);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private synchronized <T> T run(Work<T> work) throws JournalException {
        try {
            Connection open = connection;
            if (open == null) {
                open = database.open();
                connection = open;
                prepare(open);
            }
            return work.on(open);
        } catch (SQLException e) {
            close();
            throw new JournalException("the journal cannot be used now: " + e.getMessage(), e);
        } catch (JournalException e) {
            close();
            throw e;
        }
    }

    private static void prepare(Connection open) throws SQLException, JournalException {
        String texts =
                DETAILS.stream().map(detail -> "\"" + detail.key() + "\" TEXT").collect(Collectors.joining(","));
        try (Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS journal_version (\"v\" INTEGER NOT NULL PRIMARY KEY)");
            statement.execute("CREATE TABLE IF NOT EXISTS session_event (\"source\" TEXT NOT NULL,\"id\" TEXT NOT NULL,"
                    + "\"tenant\" TEXT NOT NULL,\"sequence\" BIGINT NOT NULL,\"time\" TEXT NOT NULL,\"entry\" BIGINT NOT NULL,"
                    + "\"at\" TEXT NOT NULL,\"event\" TEXT NOT NULL," + texts
                    + ",\"received\" TEXT NOT NULL, PRIMARY KEY (\"source\",\"id\"))");
            statement.execute(
                    "CREATE INDEX IF NOT EXISTS session_event_session ON session_event (\"source\",\"session\")");
            statement.execute("CREATE TABLE IF NOT EXISTS refused_event (\"digest\" TEXT NOT NULL PRIMARY KEY,"
                    + "\"why\" TEXT NOT NULL,\"at\" TEXT NOT NULL)");
            statement.execute("INSERT INTO journal_version (\"v\") SELECT " + VERSION
                    + " WHERE NOT EXISTS (SELECT 1 FROM journal_version)");
            try (ResultSet rows = statement.executeQuery("SELECT MAX(\"v\") FROM journal_version")) {
                if (!rows.next() || rows.getInt(1) != VERSION) {
                    throw new JournalException("the journal is of another version of this desk");
                }
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has SHA-256", e);
        }
    }
}
