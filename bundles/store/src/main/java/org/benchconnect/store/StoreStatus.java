package org.benchconnect.store;

import java.io.IOException;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;

/** What the store reports about itself. What cannot be read is left out. */
final class StoreStatus {
    private StoreStatus() {}

    /** What is reported. */
    enum Subject {
        /** The database. */
        STORE
    }

    /** Its facts. */
    enum Name implements FactName {
        /** A {@link StoreHealth}. */
        HEALTH,
        /** Messages in the outbox. */
        WAITING,
        /** Rows that could not be decoded. */
        QUARANTINED,
        /** File and WAL, in units of 1000 bytes. */
        SIZE_KILOBYTE
    }

    static Status of(SqliteStore store, DatabaseFiles files) {
        Facts facts = Facts.none().with(Name.HEALTH, store.health());
        return new Status(Subject.STORE, withSize(withRows(facts, store), files));
    }

    private static Facts withRows(Facts facts, SqliteStore store) {
        try {
            return store.read(tables -> tables instanceof SqlTables sql
                    ? facts.with(Name.WAITING, sql.outbox().waiting()).with(Name.QUARANTINED, sql.quarantined())
                    : facts);
        } catch (StoreException e) {
            return facts;
        }
    }

    private static Facts withSize(Facts facts, DatabaseFiles files) {
        try {
            return facts.with(Name.SIZE_KILOBYTE, Math.round(files.size() / 1000.0));
        } catch (IOException e) {
            return facts;
        }
    }
}
