package org.benchconnect.store;

import java.time.Duration;

/** When to try again: after a first time, and then twice as long each time up to a last. By the JVM's steady clock. */
final class Backoff {
    private final Duration first;
    private final Duration last;
    private Duration next;
    private long dueAt = System.nanoTime();

    Backoff(Duration first, Duration last) {
        this.first = first;
        this.last = last;
        this.next = first;
    }

    /** It failed once more. */
    void failed() {
        dueAt = System.nanoTime() + next.toNanos();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(last) < 0 ? doubled : last;
    }

    /** It worked. */
    void worked() {
        next = first;
    }

    /** How long until the next try, in milliseconds, 0 if it is due. */
    long untilDue() {
        return Math.max(0, (dueAt - System.nanoTime() + 999_999) / 1_000_000);
    }
}
