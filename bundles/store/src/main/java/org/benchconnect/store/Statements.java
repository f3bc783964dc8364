package org.benchconnect.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one connection, each prepared once. For one thread at a time. SQL is always a constant of this
 * bundle; values are always bound.
 */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> bySql = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Reads one value from a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at a row; false to see no more. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(ResultSet row) throws SQLException;
    }

    /** Changes rows. */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first row, if any. */
    <T> Optional<T> first(String sql, Row<T> read, @Nullable Object... values) {
        List<T> found = new ArrayList<>(1);
        visit(
                sql,
                row -> {
                    found.add(read.read(row));
                    return false;
                },
                values);
        return found.stream().findFirst();
    }

    /** A number that is always there. */
    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Every row. */
    <T> List<T> all(String sql, Row<T> read, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        visit(
                sql,
                row -> {
                    found.add(read.read(row));
                    return true;
                },
                values);
        return found;
    }

    /** Goes through the rows one by one. The visitor must not use the same statement. */
    void visit(String sql, Visitor visitor, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = visitor.visit(rows);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = bySql.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            bySql.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** The driver finalizes a statement that failed, and does not say so: all are prepared again. */
    private SqlFailure failed(SQLException e) {
        closeAll();
        return new SqlFailure(e);
    }

    private void closeAll() {
        bySql.values().forEach(Statements::close);
        bySql.clear();
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // It was closed by the failure that brought us here.
        }
    }

    /** Closes the statements and the connection. */
    @Override
    public void close() {
        closeAll();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
