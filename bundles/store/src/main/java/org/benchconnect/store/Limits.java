package org.benchconnect.store;

import java.time.Duration;

/**
 * The store's bounds.
 *
 * @param queue changes that wait or are being committed; a further one blocks its caller
 * @param patience how long a caller is blocked before its change fails
 * @param batch changes in one commit
 * @param firstRetry how long after a failure the database is tried again; doubles with each further failure
 * @param lastRetry the longest time between two tries
 * @param check how long the check of the file may take at open; what it has not seen by then is taken as well. Measured
 *     for 100 MB: 0.1 s from memory, 0.5 s from a cold disk of a virtual machine
 * @param maxPages the largest database, in pages of 4096 bytes; 0 for SQLite's own limit
 * @param history how many cleared notices are kept
 * @param historyAge how long a cleared notice is kept
 * @param look how often it is looked whether the file still is there when nothing is written; else before each commit
 */
record Limits(
        int queue,
        Duration patience,
        int batch,
        Duration firstRetry,
        Duration lastRetry,
        Duration check,
        long maxPages,
        int history,
        Duration historyAge,
        Duration look) {
    /** As shipped. */
    static final Limits SHIPPED = new Limits(
            4096,
            Duration.ofSeconds(5),
            512,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            0,
            10_000,
            Duration.ofDays(400),
            Duration.ofSeconds(3));

    /** These with other times between tries. */
    Limits retrying(Duration first, Duration last) {
        return new Limits(queue, patience, batch, first, last, check, maxPages, history, historyAge, look);
    }

    /** These with a bounded database. */
    Limits maxPages(long pages) {
        return new Limits(queue, patience, batch, firstRetry, lastRetry, check, pages, history, historyAge, look);
    }

    /** These with a queue of another length and patience. */
    Limits queue(int length, Duration wait) {
        return new Limits(length, wait, batch, firstRetry, lastRetry, check, maxPages, history, historyAge, look);
    }

    /** These with another history. */
    Limits history(int rows, Duration age) {
        return new Limits(queue, patience, batch, firstRetry, lastRetry, check, maxPages, rows, age, look);
    }

    /** These with another time between looks. */
    Limits looking(Duration every) {
        return new Limits(queue, patience, batch, firstRetry, lastRetry, check, maxPages, history, historyAge, every);
    }
}
