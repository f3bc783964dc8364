package org.benchconnect.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Priority;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.OutboxFullException;

/** The tables {@code outbox}, {@code given_up} and {@code departure}. */
final class SqlOutbox implements Outbox {
    static final String COLUMNS = "SELECT sequence, boot_epoch, at, stream, report FROM outbox ";
    static final String DEPARTED = "SELECT id, at, stream, event, content FROM departure ";

    /** How many departures are kept. */
    static final int DEPARTURES = 1000;
    /** The longest message, in bytes of UTF-8. */
    static final int MAX_SENT = 65_536;
    /** More than can be under way at a time. */
    private static final int GIVEN_UP = 1000;

    private static final String APPEND =
            "INSERT INTO outbox (boot_epoch, at, stream, report, priority) VALUES (?, ?, ?, ?, ?)";
    private static final String AFTER = COLUMNS + "WHERE sequence > ? ORDER BY sequence";
    private static final String NEWEST = COLUMNS + "ORDER BY sequence DESC";
    private static final String NEXT = COLUMNS + "WHERE instr(?, '|' || stream || '|') > 0 ORDER BY priority, sequence";
    private static final String DELETE = "DELETE FROM outbox WHERE sequence = ?";
    private static final String WAITING = "SELECT count(*) FROM outbox";
    private static final String SIZE = "SELECT rows, bytes FROM outbox_size";
    private static final String OLDEST = "SELECT sequence, octet_length(report) FROM outbox WHERE priority = "
            + Priority.NORMAL.ordinal() + " ORDER BY sequence";
    private static final String NOTE_GIVEN_UP = "INSERT OR REPLACE INTO given_up (sequence, boot_epoch, stream)"
            + " SELECT sequence, boot_epoch, stream FROM outbox WHERE sequence = ?";
    private static final String TRIM_GIVEN_UP = "DELETE FROM given_up WHERE sequence <= (SELECT sequence FROM given_up"
            + " ORDER BY sequence DESC LIMIT 1 OFFSET " + GIVEN_UP + ")";
    private static final String COUNT_GIVEN_UP = "INSERT INTO meta (name, value) VALUES ('given-up', 1)"
            + " ON CONFLICT (name) DO UPDATE SET value = value + 1";
    private static final String COUNTED_GIVEN_UP = "SELECT value FROM meta WHERE name = 'given-up'";
    private static final String WHOSE = "SELECT boot_epoch || '-' || sequence, stream FROM outbox WHERE sequence = ?1"
            + " UNION ALL SELECT boot_epoch || '-' || sequence, stream FROM given_up WHERE sequence = ?1";
    private static final String DEPART = "INSERT INTO departure (at, event, stream, content) VALUES (?, ?, ?, ?)";
    private static final String TRIM_DEPARTURES = "DELETE FROM departure WHERE id <= (SELECT id FROM departure"
            + " ORDER BY id DESC LIMIT 1 OFFSET " + (DEPARTURES - 1) + ")";
    private static final String FORGET_GIVEN_UP = "DELETE FROM given_up WHERE sequence = ?";
    private static final String NEWEST_DEPARTURES = DEPARTED + "ORDER BY id DESC";

    private final Statements statements;
    private final DecodedRows rows;
    private final LongSupplier bootEpoch;
    private final Predicate<Stream> streams;
    private final Supplier<OutboxBounds> bounds;
    private final LongConsumer noMessage;

    SqlOutbox(
            Statements statements,
            DecodedRows rows,
            LongSupplier bootEpoch,
            Predicate<Stream> streams,
            Supplier<OutboxBounds> bounds,
            LongConsumer noMessage) {
        this.statements = statements;
        this.rows = rows;
        this.bootEpoch = bootEpoch;
        this.streams = streams;
        this.bounds = bounds;
        this.noMessage = noMessage;
    }

    /** How much waits. */
    private record Size(long rows, long bytes) {}

    /**
     * Adds a report.
     *
     * @throws OutboxFullException if there is no room, also without all that may be given up for it; it is counted as given up, and nothing goes
     */
    @Override
    public boolean append(Report report, Instant at) {
        if (!streams.test(report.stream())) {
            return false;
        }
        String line = ReportCodec.encode(report);
        makeRoom(bytes(line));
        statements.update(
                APPEND,
                bootEpoch.getAsLong(),
                at.toEpochMilli(),
                report.stream().name(),
                line,
                report.priority().ordinal());
        return true;
    }

    /** The oldest that may go, until there is room; none of them if even all would not be enough. */
    private void makeRoom(int length) {
        OutboxBounds most = bounds.get();
        Size full = size();
        if (most.take(full.rows() + 1, full.bytes() + length)) {
            return;
        }
        List<Long> going = new ArrayList<>();
        long[] bytes = {full.bytes() + length};
        statements.visit(OLDEST, row -> {
            going.add(row.getLong(1));
            bytes[0] -= row.getLong(2);
            return !most.take(full.rows() + 1 - going.size(), bytes[0]);
        });
        if (!most.take(full.rows() + 1 - going.size(), bytes[0])) {
            statements.update(COUNT_GIVEN_UP);
            throw new OutboxFullException(full.rows(), full.bytes());
        }
        going.forEach(this::giveUp);
    }

    private Size size() {
        return statements
                .first(SIZE, row -> new Size(row.getLong(1), row.getLong(2)))
                .orElse(new Size(0, 0));
    }

    private void giveUp(long sequence) {
        statements.update(COUNT_GIVEN_UP);
        statements.update(NOTE_GIVEN_UP, sequence);
        statements.update(TRIM_GIVEN_UP);
        statements.update(DELETE, sequence);
    }

    @Override
    public Optional<OutboxEntry> newest() {
        return rows.read(BadRows.Origin.OUTBOX, 1, NEWEST, SqlOutbox::decode).stream()
                .findFirst();
    }

    @Override
    public List<OutboxEntry> after(long sequence, int limit) {
        return limit < 1 ? List.of() : rows.read(BadRows.Origin.OUTBOX, limit, AFTER, SqlOutbox::decode, sequence);
    }

    @Override
    public List<OutboxEntry> next(Set<Long> underWay, int limit) {
        if (limit < 1) {
            return List.of();
        }
        int most = Math.addExact(limit, underWay.size());
        return rows.read(BadRows.Origin.OUTBOX, most, NEXT, SqlOutbox::decode, on()).stream()
                .filter(entry -> !underWay.contains(entry.sequence()))
                .limit(limit)
                .toList();
    }

    /** What waits of a stream that was switched off meanwhile stays here, and leaves if it is switched on again. */
    private String on() {
        return Arrays.stream(Stream.values())
                .filter(streams)
                .map(Stream::name)
                .collect(Collectors.joining("|", "|", "|"));
    }

    /** One that was given up while it was under way departed all the same. First what goes, then what comes: there may be no other room. */
    @Override
    public void sent(long sequence, String sent, Instant at) {
        if (bytes(sent) > MAX_SENT) {
            throw new IllegalArgumentException("a message has at most " + MAX_SENT + " bytes");
        }
        Optional<String[]> whose =
                statements.first(WHOSE, row -> new String[] {row.getString(1), row.getString(2)}, sequence);
        statements.update(DELETE, sequence);
        statements.update(FORGET_GIVEN_UP, sequence);
        whose.ifPresent(row -> {
            statements.update(TRIM_DEPARTURES);
            statements.update(DEPART, at.toEpochMilli(), row[0], row[1], sent);
        });
    }

    /** It is set aside for a person to look at. */
    @Override
    public void remove(long sequence) {
        noMessage.accept(sequence);
    }

    @Override
    public long givenUp() {
        return statements.number(COUNTED_GIVEN_UP);
    }

    @Override
    public List<Departure> departures(int limit) {
        return limit < 1
                ? List.of()
                : rows.read(BadRows.Origin.DEPARTURE, limit, NEWEST_DEPARTURES, SqlOutbox::departure);
    }

    @Override
    public long waiting() {
        return statements.number(WAITING);
    }

    static OutboxEntry decode(ResultSet row) throws SQLException {
        Report report = ReportCodec.decode(row.getString(5));
        if (!report.stream().name().equals(row.getString(4))) {
            throw new IllegalArgumentException("a report's stream is not its row's");
        }
        return new OutboxEntry(row.getLong(2), row.getLong(1), Instant.ofEpochMilli(row.getLong(3)), report);
    }

    static Departure departure(ResultSet row) throws SQLException {
        Instant at = Instant.ofEpochMilli(row.getLong(2));
        return new Departure(at, Stream.valueOf(row.getString(3)), row.getString(4), row.getString(5));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
