package org.benchconnect.core.store;

/**
 * The outbox is full, and of messages alone that are never given up for another: this one was not taken. Whoever appended it keeps what it says on this PC; a
 * change that lets this exception through fails as a whole.
 */
public final class OutboxFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How many messages wait, and how much of them. */
    private final long rows;

    private final long bytes;

    /** With what waits. */
    public OutboxFullException(long rows, long bytes) {
        super("the outbox holds " + rows + " messages of " + bytes + " bytes and takes no more");
        this.rows = rows;
        this.bytes = bytes;
    }

    /** How many messages wait. */
    public long rows() {
        return rows;
    }

    /** How long their reports are together, in bytes as they are stored. */
    public long bytes() {
        return bytes;
    }
}
