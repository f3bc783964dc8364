package org.benchconnect.store;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies what can be read of one table of a damaged database, row by row. Where a page is damaged, the rows behind it are
 * found by their keys, because each search goes from the root of the tree to its leaf and touches no other leaf.
 */
final class TableCopy {
    /** More damaged places than this in one table, and the rest is given up. */
    private static final int MAX_PLACES = 1000;

    private final Statements from;
    private final Statements to;
    private final String table;
    private final String columns;
    private final String insert;
    private long rows;

    TableCopy(Statements from, Statements to, String table) {
        this.from = from;
        this.to = to;
        this.table = table;
        List<String> both = columns(to, table);
        both.retainAll(columns(from, table));
        this.columns = String.join(", ", both);
        this.insert = "INSERT OR IGNORE INTO " + table + " (" + columns + ") VALUES ("
                + both.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** The new database cannot take a row: there is no sense in going on. */
    static final class TargetFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SqlFailure failure;

        TargetFailure(SqlFailure failure) {
            super(failure);
            this.failure = failure;
        }

        SqlFailure failure() {
            return failure;
        }
    }

    private static List<String> columns(Statements statements, String table) {
        try {
            return statements.all("SELECT name FROM pragma_table_info('" + table + "')", row -> row.getString(1));
        } catch (SqlFailure e) {
            return List.of();
        }
    }

    /** Copies a table by its integer key, over all damaged places. How many rows. */
    long byKey(String key) {
        long next = 1;
        for (int places = 0; places < MAX_PLACES && !columns.isEmpty(); places++) {
            long reached = copyFrom(key, next);
            if (reached == Long.MAX_VALUE) {
                break;
            }
            next = firstReadable(reached + 1, start -> readable(key, start));
        }
        return rows;
    }

    /** Copies from a key on; the last key that was read before a damaged place, or the largest if there was none. */
    private long copyFrom(String key, long start) {
        long[] reached = {start - 1};
        try {
            from.visit(
                    "SELECT " + key + ", " + columns + " FROM " + table + " NOT INDEXED WHERE " + key
                            + " >= ? ORDER BY " + key,
                    row -> {
                        copy(values(row, 2));
                        reached[0] = row.getLong(1);
                        return true;
                    },
                    start);
            return Long.MAX_VALUE;
        } catch (SqlFailure e) {
            return reached[0];
        }
    }

    private boolean readable(String key, long start) {
        try {
            from.number(
                    "SELECT " + key + " FROM " + table + " NOT INDEXED WHERE " + key + " >= ? ORDER BY " + key
                            + " LIMIT 1",
                    start);
            return true;
        } catch (SqlFailure e) {
            return false;
        }
    }

    /** The smallest start from which one can read on, found by growing steps and then halving. */
    static long firstReadable(long after, LongPredicate readable) {
        long bad = after - 1;
        long step = 1;
        while (bad + step > 0 && step > 0 && !readable.test(bad + step)) {
            bad += step;
            step *= 2;
        }
        long good = bad + step > 0 && step > 0 ? bad + step : Long.MAX_VALUE;
        while (good - bad > 1) {
            long middle = bad + (good - bad) / 2;
            if (readable.test(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** Copies a table without an integer key from both its ends up to the damaged place. How many rows. */
    long fromBothEnds(String firstKey, String secondKey) {
        if (!columns.isEmpty() && !copyAll(firstKey + ", " + secondKey)) {
            copyAll(firstKey + " DESC, " + secondKey + " DESC");
        }
        return rows;
    }

    private boolean copyAll(String order) {
        try {
            from.visit("SELECT 0, " + columns + " FROM " + table + " ORDER BY " + order, row -> {
                copy(values(row, 2));
                return true;
            });
            return true;
        } catch (SqlFailure e) {
            return false;
        }
    }

    private static @Nullable Object[] values(java.sql.ResultSet row, int first) throws java.sql.SQLException {
        @Nullable Object[] values = new @Nullable Object[row.getMetaData().getColumnCount() - first + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(first + i);
        }
        return values;
    }

    /** A row that the new tables refuse was damaged itself. */
    private void copy(@Nullable Object... values) {
        try {
            rows += to.update(insert, values);
        } catch (SqlFailure e) {
            if (Trouble.of(e).concernsAll()) {
                throw new TargetFailure(e);
            }
        }
    }
}
