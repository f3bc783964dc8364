package org.benchconnect.desk.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.desk.teamviewer.RecordedConnection;

/**
 * What agents told of connections through TeamViewer: the entries that carry the id of the client's log. Such an entry is made when the connection is over and its line was
 * read; when it began, an earlier entry of the same session says, if somebody here had asked for it. The same SQL for SQLite and PostgreSQL.
 */
final class TeamViewerConnections {
    private static final String SOURCE = "urn:benchconnect:";
    private static final int MOST = 10_000;
    private static final int TO_SECONDS = 19; // characters of a time of the journal, without fraction and zone

    private static final String SELECT = "SELECT * FROM (SELECT \"source\", \"session\", \"request\", \"at\","
            + " (SELECT MAX(seen.\"at\") FROM session_event seen WHERE seen.\"source\" = logged.\"source\""
            + " AND seen.\"session\" = logged.\"session\" AND seen.\"event\" = logged.\"event\""
            + " AND seen.\"request\" IS NULL AND seen.\"entry\" < logged.\"entry\") AS began"
            + " FROM session_event logged WHERE \"event\" = ? AND \"request\" IS NOT NULL AND \"enforcement\" = ?) found"
            + " WHERE SUBSTR(COALESCE(began, \"at\"), 1, " + TO_SECONDS + ") >= ?"
            + " AND SUBSTR(COALESCE(began, \"at\"), 1, " + TO_SECONDS + ") < ?"
            + " ORDER BY COALESCE(began, \"at\"), \"request\" LIMIT " + MOST;

    private TeamViewerConnections() {}

    /** That began in this time, in whole seconds; the oldest 10 000. */
    static List<RecordedConnection> between(Connection open, Instant from, Instant until) throws SQLException {
        List<RecordedConnection> found = new ArrayList<>();
        try (PreparedStatement select = open.prepareStatement(SELECT)) {
            select.setString(1, EventKind.SESSION_REQUESTED.name());
            select.setString(2, Enforcement.OBSERVED_ONLY.name());
            select.setString(3, seconds(from));
            select.setString(4, seconds(until));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(connection(rows));
                }
            }
        }
        return found;
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().substring(0, TO_SECONDS);
    }

    private static RecordedConnection connection(ResultSet row) throws SQLException {
        Instant noticed = Instant.parse(row.getString(4));
        Optional<Instant> began = Optional.ofNullable(row.getString(5)).map(Instant::parse);
        return new RecordedConnection(
                row.getString(1).substring(SOURCE.length()),
                row.getString(2),
                Optional.of(row.getString(3)),
                Optional.empty(), // an agent tells no name of its PC
                began.orElse(noticed),
                began.map(known -> noticed));
    }
}
