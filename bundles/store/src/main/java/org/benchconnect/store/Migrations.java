package org.benchconnect.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The versions of the schema: {@code schema/001.sql} makes version 1, {@code 002.sql} makes version 2 of it, and so on. The
 * version is SQLite's {@code user_version}. A version that has shipped never changes again.
 */
final class Migrations {
    /** The newest version that this code knows. */
    static final int NEWEST = 3;

    private Migrations() {}

    /** The version of an open database; 0 if it has no tables yet. */
    static int version(Statements statements) {
        return (int) statements.number("PRAGMA user_version");
    }

    /** Brings a database to the newest version, each step in a transaction of its own. */
    static void toNewest(Statements statements) throws IOException {
        to(NEWEST, statements);
    }

    /** Whether all tables and indexes of the newest version are there. */
    static boolean isComplete(Statements statements) {
        return statements.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'meta_copy', 'adapter',"
                        + " 'position', 'notice', 'notice_active', 'outbox', 'quarantine', 'notice_cleared', 'outbox_next',"
                        + " 'outbox_size', 'outbox_in', 'outbox_out', 'given_up', 'departure', 'command')")
                == 16;
    }

    static void to(int wanted, Statements statements) throws IOException {
        for (int next = version(statements) + 1; next <= wanted; next++) {
            step(next, statements);
        }
    }

    private static void step(int next, Statements statements) throws IOException {
        statements.update("BEGIN IMMEDIATE");
        try {
            script(next).forEach(statements::update);
            statements.update("PRAGMA user_version = " + next);
            statements.update("COMMIT");
        } catch (SqlFailure e) {
            rollBack(statements);
            throw e;
        }
    }

    /** Ends a transaction that failed; SQLite may have ended it already. */
    static void rollBack(Statements statements) {
        try {
            statements.update("ROLLBACK");
        } catch (SqlFailure e) {
            // "no transaction is active": what we wanted.
        }
    }

    /** The statements of one file; a semicolon ends one if it ends a line. */
    private static List<String> script(int version) throws IOException {
        String name = String.format(Locale.ROOT, "/schema/%03d.sql", version);
        try (InputStream file = Migrations.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("this module lacks its " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\s*(\\R|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        }
    }
}
