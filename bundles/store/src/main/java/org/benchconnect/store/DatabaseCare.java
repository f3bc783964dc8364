package org.benchconnect.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the database usable: opens it, notices what is wrong with it, tries again with growing pauses, so that it recovers
 * even when nobody writes. The writer's thread alone calls what changes anything; {@link #database}, {@link #health} and
 * {@link #distrust} are for any thread.
 */
final class DatabaseCare {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCare.class);

    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

    private final Opening opening;
    private final Duration look;
    private final Backoff backoff;

    private volatile @Nullable Database database;
    private volatile StoreHealth health = StoreHealth.UNAVAILABLE;
    private volatile Throwable cause = new IllegalStateException("the database was not opened yet");
    /** The file was found damaged. */
    private volatile boolean distrusted;

    /** The rest is for the writer's thread. */
    private boolean trouble = true;

    private boolean damaged;
    /** The open file is no longer under its name, and could not be written there again so far. */
    private boolean astray;

    private boolean moreToTidy = true;
    private long tidied;
    private @Nullable Identity known;
    private String said = "";

    DatabaseCare(Opening opening, Limits limits) {
        this.opening = opening;
        this.look = limits.look();
        this.backoff = new Backoff(limits.firstRetry(), limits.lastRetry());
    }

    /** The open database, or null while there is none. */
    @Nullable
    Database database() {
        return database;
    }

    /** The open database, or null while what it were told would be lost. */
    @Nullable
    Database forChanges() {
        return astray ? null : database;
    }

    StoreHealth health() {
        return health;
    }

    /** Why nothing can be stored now. */
    StoreException reason() {
        return new StoreException(health, "the database cannot be used now", cause);
    }

    /** Somebody found the file damaged: it is salvaged at the writer's next turn. */
    void distrust(Throwable found) {
        cause = found;
        distrusted = true;
    }

    /** Whether the database needs to be tried. */
    boolean isDue() {
        return distrusted || trouble && backoff.untilDue() == 0;
    }

    /** How long the thread may sleep when nothing is queued, in milliseconds. */
    long idleFor() {
        if (distrusted) {
            return 0;
        }
        if (trouble) {
            return backoff.untilDue();
        }
        return moreToTidy ? 0 : look.toMillis();
    }

    /** Something was committed: all is well. */
    void well() {
        if (!said.isEmpty()) {
            LOG.info("The database can be used again");
            said = "";
        }
        trouble = false;
        health = opening.salvaged() ? StoreHealth.SALVAGED : StoreHealth.OK;
        backoff.worked();
    }

    /** Something failed for a reason that concerns more than one change. */
    void troubled(Throwable failure) {
        Trouble found = Trouble.of(failure);
        boolean space = found == Trouble.FULL;
        trouble = true;
        cause = failure;
        health = space ? StoreHealth.DISK_FULL : StoreHealth.UNAVAILABLE;
        say(failure);
        backoff.failed();
        if (found == Trouble.DAMAGED) {
            distrust(failure);
        }
    }

    /** Logs each trouble once, not each attempt. */
    private void say(Throwable failure) {
        String code = health + " (" + Trouble.code(failure) + ")";
        if (!code.equals(said)) {
            said = code;
            if (failure instanceof NativeLibrary.MissingException
                    || failure instanceof NewerSchemaException
                    || failure instanceof DatabaseFiles.TooManyException) {
                LOG.error("The database cannot be used: {}", failure.getMessage());
            } else {
                LOG.error("The database cannot be used: {}. The agent stays up and tries again", code);
            }
        }
    }

    /** Tries whether the database can be used; opens it again if not. */
    void retry() {
        if (distrusted) {
            distrusted = false;
            damaged = true;
            trouble = true;
            health = StoreHealth.UNAVAILABLE;
        }
        Database open = database;
        if (open != null && !open.isInPlace()) {
            bringBack(open);
            return;
        }
        astray = false;
        if (open == null || damaged || !answers(open)) {
            reopen(open);
        }
    }

    /** Looks whether the file that is open still is where the next start will look for it. */
    void look() {
        Database open = database;
        if (open == null || trouble) {
            return;
        }
        if (!open.isInPlace()) {
            LOG.error("The database's file was removed or replaced while it was in use");
            bringBack(open);
            return;
        }
        try {
            open.keepIdentityBeside();
        } catch (SqlFailure e) {
            open.rollBack();
            troubled(e);
        }
    }

    /** What is not in its place again cannot be kept, so health then is no other than UNAVAILABLE. */
    private void bringBack(Database open) {
        astray = true;
        try {
            opening.writeBack(open);
        } catch (SqlFailure | IOException | SQLException e) {
            failedToOpen(e);
            health = StoreHealth.UNAVAILABLE;
            return;
        }
        known = open.identity();
        database = null;
        astray = false;
        damaged = false;
        open.closeAstray();
        reopen(null);
    }

    private boolean answers(Database open) {
        try {
            open.probe();
            well();
            return true;
        } catch (SqlFailure e) {
            open.rollBack();
            if (Trouble.of(e) == Trouble.FULL) {
                troubled(e);
                return true;
            }
            damaged = Trouble.of(e) == Trouble.DAMAGED;
            return false;
        }
    }

    private void reopen(@Nullable Database old) {
        if (old != null) {
            known = old.identity();
            database = null;
            old.closeUntouched();
        }
        try {
            Database opened = opening.open(known, damaged);
            damaged = false;
            database = opened;
            known = opened.identity();
            firstCommit(opened);
        } catch (SqlFailure | IOException | SQLException | NewerSchemaException | NativeLibrary.MissingException e) {
            failedToOpen(e);
        } catch (RuntimeException | LinkageError e) {
            failedToOpen(e);
        }
    }

    private void failedToOpen(Throwable e) {
        trouble = true;
        damaged |= Trouble.of(e) == Trouble.DAMAGED;
        cause = e;
        health = Trouble.of(e) == Trouble.FULL ? StoreHealth.DISK_FULL : StoreHealth.UNAVAILABLE;
        say(e);
        backoff.failed();
    }

    /** Stores the new boot epoch. A full disk cannot take it: one can read, and the epoch comes with the first change. */
    private void firstCommit(Database opened) {
        try {
            opened.begin();
            opened.commit();
            well();
        } catch (SqlFailure e) {
            opened.rollBack();
            failedToOpen(e);
        }
    }

    /** Shortens the history by a piece. */
    void housekeeping() {
        Database open = database;
        boolean due = moreToTidy || System.nanoTime() - tidied >= HOUSEKEEPING.toNanos();
        if (open != null && !trouble && due) {
            tidied = System.nanoTime();
            try {
                moreToTidy = open.retain();
            } catch (SqlFailure e) {
                open.rollBack();
                troubled(e);
            }
        }
    }

    void close() {
        Database open = database;
        database = null;
        health = StoreHealth.UNAVAILABLE;
        if (open != null) {
            close(open);
        }
    }

    private void close(Database open) {
        if (open.isInPlace()) {
            open.close();
            return;
        }
        try {
            opening.writeBack(open);
            open.closeAstray();
        } catch (SqlFailure | IOException | SQLException e) {
            LOG.error("The database's file is gone, and it could not be written again ({})", Trouble.code(e));
            open.close(); // where the file was only renamed, it gets what is in the WAL
        }
    }
}
