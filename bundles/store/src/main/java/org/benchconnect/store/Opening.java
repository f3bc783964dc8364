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

    /** Whether a damaged file was set aside since the start. */
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
            NewDatabase.make(files.fresh(), known == null ? Identity.fresh() : known, salvage -> {});
            files.install();
        } else if (damaged
                || !FileCheck.isWhole(files.current(), context.limits().check())) {
            salvage(known);
        }
        return openWhole(known);
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
