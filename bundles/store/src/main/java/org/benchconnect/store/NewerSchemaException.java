package org.benchconnect.store;

/** The database was written by a newer release. It is not touched. */
final class NewerSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int found;

    NewerSchemaException(int found) {
        super("the database has schema version " + found + "; this release knows up to " + Migrations.NEWEST);
        this.found = found;
    }

    /** The version found. */
    int found() {
        return found;
    }
}
