package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From files to an open database: made when there is none, checked before anything may write to it, salvaged when it is
 * damaged. For the writer's thread.
 */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final DatabaseFiles files;
    private final Database.Context context;
    private final boolean extractNative;
    private boolean salvaged;

    Opening(DatabaseFiles files, Database.Context context, boolean extractNative) {
        this.files = files;
        this.context = context;
        this.extractNative = extractNative;
    }

    /** Whether something was, or may have been, lost since the start. */
    boolean salvaged() {
        return salvaged;
    }

    /**
     * Opens the database.
     *
     * @param known who this agent is, if an earlier opening in this run told
     * @param damaged whether the file was found damaged while it was in use
     * @throws SqlFailure if it cannot be used now
     */
    Database open(@Nullable Identity known, boolean damaged)
            throws IOException, SQLException, NewerSchemaException, NativeLibrary.MissingException {
        NativeLibrary.require(extractNative);
        files.prepare();
        files.requireWritable();
        if (!Files.exists(files.current())) {
            makeNew(known);
        } else if (damaged
                || !FileCheck.isWhole(files.current(), context.limits().check())) {
            salvage(known);
        }
        return openWhole(known);
    }

    /** At the first start; or because the file is gone, and then the same agent goes on without its history. */
    private void makeNew(@Nullable Identity known) throws IOException, SQLException {
        if (known == null && !files.identity().exists()) {
            NewDatabase.make(files.fresh(), Identity.fresh(), fresh -> {});
        } else {
            LOG.error("The database is gone. The agent keeps its id and begins a new one; history and outbox are lost");
            Identity same = known == null ? files.identity().substitute(context.clock()) : known;
            NewDatabase.make(files.fresh(), same, this::numberPastTheLost);
            salvaged = true;
        }
        files.install();
    }

    /** Numbers of notices that were given are unknown. No agent gives one a second: the time is past them all. */
    private void numberPastTheLost(Statements fresh) {
        fresh.update(
                "INSERT OR REPLACE INTO meta (name, value) VALUES ('notice-id', ?)",
                Math.max(Salvage.NOTICE_GAP, context.clock().instant().getEpochSecond()));
    }

    /**
     * Writes the content of an open database, whose file somebody removed or replaced, to its place again. The database
     * stays open, and can be tried again if this fails.
     */
    void writeBack(Database astray) throws IOException, SQLException {
        files.makeFolder();
        files.remove(files.rescued());
        try {
            astray.statements().update("VACUUM INTO ?", files.rescued().toString());
        } catch (SqlFailure e) {
            if (Trouble.of(e) != Trouble.DAMAGED) {
                throw e;
            }
            files.remove(files.rescued());
            Salvage.copy(astray.statements(), astray.identity(), files.rescued());
        }
        files.putBack(astray::has);
        salvaged = true;
        LOG.error("The database was written to its place again");
    }

    /** A file that passes the check and cannot be brought up to date lacks tables: it is damaged as well. */
    private Database openWhole(@Nullable Identity known) throws IOException, SQLException {
        try {
            return Database.open(files.current(), context);
        } catch (SqlFailure e) {
            Trouble trouble = Trouble.of(e);
            if (trouble == Trouble.FULL || trouble == Trouble.UNAVAILABLE) {
                throw e;
            }
            salvage(known);
            return Database.open(files.current(), context);
        }
    }

    private void salvage(@Nullable Identity known) throws IOException, SQLException {
        LOG.error("The database is damaged; what can be read of it is carried over into a new one");
        long rows = new Salvage(files, context.clock()).run(known);
        String aside = files.replace();
        salvaged = true;
        LOG.error("The damaged database was kept as {}; {} rows were carried over", aside, rows);
    }
}
