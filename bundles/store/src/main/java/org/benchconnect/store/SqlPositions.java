package org.benchconnect.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.store.Positions;

/** The tables {@code position} and {@code adapter}. */
final class SqlPositions implements Positions {
    private static final String READ = "SELECT name, size, modified FROM position WHERE adapter = ?";
    private static final String IS_READ =
            "SELECT 1 FROM position WHERE adapter = ? AND name = ? AND size = ? AND modified = ?";
    private static final String MARK =
            "INSERT OR REPLACE INTO position (adapter, name, size, modified, at) VALUES (?, ?, ?, ?, ?)";
    private static final String FORGET =
            "DELETE FROM position WHERE adapter = ? AND name = ? AND size = ? AND modified = ?";
    private static final String MEMORY = "SELECT id, memory FROM adapter WHERE name = ? AND memory IS NOT NULL";
    private static final String REMEMBER = "INSERT INTO adapter (name, memory) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET memory = excluded.memory";
    private static final String FIRST_LOOK = "SELECT first_look FROM adapter WHERE name = ? AND first_look IS NOT NULL";
    private static final String SET_FIRST_LOOK = "INSERT INTO adapter (name, first_look) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET first_look = coalesce(first_look, excluded.first_look)";

    private final Statements statements;
    private final DecodedRows rows;

    SqlPositions(Statements statements, DecodedRows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    @Override
    public Set<FileMark> read(String adapter) {
        List<FileMark> marks = statements.all(
                READ,
                row -> new FileMark(HexFormat.of().formatHex(row.getBytes(1)), row.getLong(2), row.getLong(3)),
                adapter);
        return new HashSet<>(marks);
    }

    @Override
    public boolean isRead(String adapter, FileMark file) {
        return statements.number(IS_READ, adapter, name(file), file.size(), file.modified()) == 1;
    }

    @Override
    public void markRead(String adapter, FileMark file, Instant at) {
        statements.update(MARK, adapter, name(file), file.size(), file.modified(), at.toEpochMilli());
    }

    @Override
    public void forget(String adapter, Set<FileMark> gone) {
        gone.forEach(file -> statements.update(FORGET, adapter, name(file), file.size(), file.modified()));
    }

    @Override
    public Memory memory(String adapter) {
        return rows.read(BadRows.Origin.ADAPTER, 1, MEMORY, row -> Memory.decode(row.getString(2)), adapter).stream()
                .findFirst()
                .orElse(Memory.blank());
    }

    @Override
    public void remember(String adapter, Memory memory) {
        statements.update(REMEMBER, adapter, memory.encode());
    }

    @Override
    public Optional<Instant> firstLook(String adapter) {
        return statements.first(FIRST_LOOK, row -> Instant.ofEpochMilli(row.getLong(1)), adapter);
    }

    @Override
    public void firstLook(String adapter, Instant at) {
        statements.update(SET_FIRST_LOOK, adapter, at.toEpochMilli());
    }

    private static byte[] name(FileMark file) {
        return HexFormat.of().parseHex(file.name());
    }
}
