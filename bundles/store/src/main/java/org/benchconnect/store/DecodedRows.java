package org.benchconnect.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows that need decoding. One that does not decode is left out and reported; the rows behind it are read. */
final class DecodedRows {
    private final Statements statements;
    private final BadRows badRows;

    DecodedRows(Statements statements, BadRows badRows) {
        this.statements = statements;
        this.badRows = badRows;
    }

    /** At most {@code limit} rows that decode. The first column is the row's id. */
    <T> List<T> read(
            BadRows.Origin origin, int limit, String sql, Statements.Row<T> decode, @Nullable Object... values) {
        List<T> good = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        statements.visit(
                sql,
                row -> {
                    long id = row.getLong(1);
                    decoded(row, decode).ifPresentOrElse(good::add, () -> bad.add(id));
                    return good.size() < limit;
                },
                values);
        bad.forEach(id -> badRows.bad(origin, id));
        return good;
    }

    /** Empty if the row is not one that we wrote. Its message would quote it, and is dropped. */
    static <T> Optional<T> decoded(ResultSet row, Statements.Row<T> decode) throws SQLException {
        try {
            return Optional.of(decode.read(row));
        } catch (RuntimeException e) {
            // Of any kind: a damaged page can put anything, null too, where the schema forbids it.
            return Optional.empty();
        }
    }
}
