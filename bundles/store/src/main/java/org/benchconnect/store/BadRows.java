package org.benchconnect.store;

import org.benchconnect.core.instrument.Memory;

/** Told of a row whose content is not what we wrote. */
@FunctionalInterface
interface BadRows {
    /** The row of this id in this table could not be decoded and was left out. */
    void bad(Origin origin, long id);

    /** Where a row lies that needs decoding. */
    enum Origin {
        /** What an adapter remembers: only that goes, the rest of the row is well. */
        ADAPTER(
                "SELECT id, memory FROM adapter WHERE memory IS NOT NULL AND id = ?",
                row -> Memory.decode(row.getString(2)),
                "SELECT 'adapter', id, memory, ? FROM adapter WHERE id = ?",
                "UPDATE adapter SET memory = NULL WHERE id = ?"),
        /** A notice. */
        NOTICE(
                SqlNotices.COLUMNS + "WHERE id = ?",
                SqlNotices::decode,
                "SELECT 'notice', id, concat_ws('|', source, code, subject, kind, severity, facts, state, count,"
                        + " first_seen, last_seen, acknowledged_at, cleared_at, escalated_at, seen_by_service_at), ? FROM notice WHERE id = ?",
                "DELETE FROM notice WHERE id = ?"),
        /** A report that waits. */
        OUTBOX(
                SqlOutbox.COLUMNS + "WHERE sequence = ?",
                SqlOutbox::decode,
                "SELECT 'outbox', sequence, concat_ws('|', boot_epoch, at, stream, report), ? FROM outbox"
                        + " WHERE sequence = ?",
                "DELETE FROM outbox WHERE sequence = ?"),
        /** A report that left. */
        DEPARTURE(
                SqlOutbox.DEPARTED + "WHERE id = ?",
                SqlOutbox::departure,
                "SELECT 'departure', id, concat_ws('|', at, stream, event, content), ? FROM departure WHERE id = ?",
                "DELETE FROM departure WHERE id = ?");

        final String select;
        final Statements.Row<?> decode;
        final String copy;
        final String remove;

        Origin(String select, Statements.Row<?> decode, String copy, String remove) {
            this.select = select;
            this.decode = decode;
            this.copy = "INSERT INTO quarantine (origin, row, content, at) " + copy;
            this.remove = remove;
        }
    }
}
