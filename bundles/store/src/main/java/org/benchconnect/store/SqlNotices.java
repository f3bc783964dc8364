package org.benchconnect.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.Notices;
import org.jspecify.annotations.Nullable;

/** The table {@code notice}. Times are kept to the millisecond. */
final class SqlNotices implements Notices {
    static final String COLUMNS = "SELECT id, source, code, subject, kind, severity, facts, state, count, first_seen,"
            + " last_seen, acknowledged_at, cleared_at, escalated_at, seen_by_service_at FROM notice ";

    private static final String ACTIVE =
            COLUMNS + "WHERE source = ? AND code = ? AND subject = ? AND cleared_at IS NULL";
    private static final String BY_ID = COLUMNS + "WHERE id = ?";
    private static final String ALL_ACTIVE = COLUMNS + "WHERE cleared_at IS NULL ORDER BY id";
    private static final String CLEARED = COLUMNS + "WHERE cleared_at IS NOT NULL ORDER BY cleared_at DESC, id DESC";
    private static final String SINCE = COLUMNS + "WHERE first_seen >= ?1 OR escalated_at >= ?1 OR cleared_at >= ?1"
            + " ORDER BY max(first_seen, coalesce(escalated_at, 0), coalesce(cleared_at, 0)) DESC, id DESC";
    private static final String FORGET = "DELETE FROM notice WHERE cleared_at < ?";
    private static final String NEXT_ID = "INSERT INTO meta (name, value) VALUES ('notice-id', 1)"
            + " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value";
    private static final String PUT =
            """
            INSERT INTO notice (id, source, code, subject, kind, severity, facts, state, count, first_seen, last_seen,
                acknowledged_at, cleared_at, escalated_at, seen_by_service_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET source = excluded.source, code = excluded.code, subject = excluded.subject,
                kind = excluded.kind, severity = excluded.severity, facts = excluded.facts, state = excluded.state,
                count = excluded.count, first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                acknowledged_at = excluded.acknowledged_at, cleared_at = excluded.cleared_at,
                escalated_at = excluded.escalated_at, seen_by_service_at = excluded.seen_by_service_at""";

    private final Statements statements;
    private final DecodedRows rows;

    SqlNotices(Statements statements, DecodedRows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    @Override
    public Optional<Notification> active(String source, Condition condition) {
        return read(1, ACTIVE, source, condition.code(), condition.subject().encode()).stream()
                .findFirst();
    }

    @Override
    public Optional<Notification> byId(long id) {
        return read(1, BY_ID, id).stream().findFirst();
    }

    @Override
    public long nextId() {
        return statements.number(NEXT_ID);
    }

    @Override
    public void put(Notification notification) {
        Notification notice = NoticeForm.checked(notification);
        statements.update(
                PUT,
                notice.id(),
                notice.source(),
                notice.condition().code(),
                notice.condition().subject().encode(),
                notice.kind().name(),
                notice.severity().name(),
                notice.facts().encode(),
                notice.state().name(),
                notice.count(),
                notice.firstSeen().toEpochMilli(),
                notice.lastSeen().toEpochMilli(),
                millis(notice.acknowledgedAt()),
                millis(notice.clearedAt()),
                millis(notice.escalatedAt()),
                millis(notice.seenByServiceAt()));
    }

    @Override
    public List<Notification> active() {
        return read(Integer.MAX_VALUE, ALL_ACTIVE);
    }

    @Override
    public List<Notification> cleared(int limit) {
        return limit < 1 ? List.of() : read(limit, CLEARED);
    }

    @Override
    public List<Notification> since(Instant then, int limit) {
        return limit < 1 ? List.of() : read(limit, SINCE, then.toEpochMilli());
    }

    @Override
    public int forget(Instant before) {
        return statements.update(FORGET, before.toEpochMilli());
    }

    private List<Notification> read(int limit, String sql, @Nullable Object... values) {
        return rows.read(BadRows.Origin.NOTICE, limit, sql, SqlNotices::decode, values);
    }

    static Notification decode(ResultSet row) throws SQLException {
        return NoticeForm.checked(new Notification(
                row.getLong(1),
                row.getString(2),
                new Condition(row.getString(3), Facts.decode(row.getString(4))),
                Kind.valueOf(row.getString(5)),
                Severity.valueOf(row.getString(6)),
                Facts.decode(row.getString(7)),
                Notification.State.valueOf(row.getString(8)),
                row.getLong(9),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                instant(row, 12),
                instant(row, 13),
                instant(row, 14),
                instant(row, 15)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
