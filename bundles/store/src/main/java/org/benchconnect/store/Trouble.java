package org.benchconnect.store;

import java.sql.SQLException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure says about the database, by SQLite's result codes. */
enum Trouble {
    /** The change itself was wrong; the database is well. */
    CHANGE(StoreHealth.OK),
    /** No space for the newest change. */
    FULL(StoreHealth.DISK_FULL),
    /** The file, its folder or its disk cannot be used now. */
    UNAVAILABLE(StoreHealth.UNAVAILABLE),
    /** The file's content is not a database any more, or not a whole one. */
    DAMAGED(StoreHealth.UNAVAILABLE);

    /** The low byte of an extended result code is its family. */
    private static final int FAMILY = 0xff;

    private final StoreHealth health;

    Trouble(StoreHealth health) {
        this.health = health;
    }

    /** What the database's health is while this lasts. */
    StoreHealth health() {
        return health;
    }

    /** Whether it concerns more than the one change that met it. */
    boolean concernsAll() {
        return this != CHANGE;
    }

    /** Looks for SQLite's code in a failure and its causes. */
    static Trouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() != null) {
                return of(sqlite.getResultCode().code); // the extended code, which getErrorCode() does not tell
            } else if (cause instanceof SQLException sql) {
                return of(sql.getErrorCode());
            }
        }
        return CHANGE;
    }

    /** The shared memory of a WAL cannot grow: SQLite calls it an I/O error, the disk is full. */
    private static Trouble of(int code) {
        int family = code & FAMILY;
        if (family == SQLiteErrorCode.SQLITE_FULL.code || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code) {
            return FULL;
        } else if (family == SQLiteErrorCode.SQLITE_CORRUPT.code || family == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return DAMAGED;
        }
        return switch (SQLiteErrorCode.getErrorCode(family)) {
            case SQLITE_IOERR,
                    SQLITE_CANTOPEN,
                    SQLITE_READONLY,
                    SQLITE_PERM,
                    SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_NOMEM,
                    SQLITE_NOLFS,
                    SQLITE_PROTOCOL,
                    SQLITE_INTERRUPT,
                    SQLITE_AUTH -> UNAVAILABLE;
            default -> CHANGE;
        };
    }

    /** The name of SQLite's result code, for the log: it says nothing of what was stored. */
    static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                @Nullable SQLiteErrorCode code = sqlite.getResultCode();
                return code == null ? "SQLITE_?" : code.name();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
