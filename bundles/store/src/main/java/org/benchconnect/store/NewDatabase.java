package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Makes a database with its schema and identity, closed and whole in one file. */
final class NewDatabase {
    private NewDatabase() {}

    /** Puts rows into a new database. */
    @FunctionalInterface
    interface Filling {
        /** Within one transaction. */
        void fill(Statements fresh) throws IOException, SQLException;
    }

    /** Makes one in a file that is not there yet. */
    static void make(Path file, Identity identity, Filling filling) throws IOException, SQLException {
        try (Statements fresh = new Statements(Connections.writing(file))) {
            Database.configure(fresh, Limits.SHIPPED);
            Migrations.toNewest(fresh);
            fresh.update("BEGIN IMMEDIATE");
            identity.write(fresh);
            filling.fill(fresh);
            fresh.update("COMMIT");
            fresh.number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
