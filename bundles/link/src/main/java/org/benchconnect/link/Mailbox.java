package org.benchconnect.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.link.Backoff.Loss;
import org.jspecify.annotations.Nullable;

/** What the supervisor's thread is told by other threads. Any number of wakings wait as one. */
final class Mailbox {
    private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    /** Taken in; the reader's own. */
    private final Deque<Letter> unread = new ArrayDeque<>();

    private final AtomicBoolean wakingWaits = new AtomicBoolean();

    /** A thing that happened. */
    sealed interface Letter {}

    /** Something may be there to send, or a part came or went. */
    record Waking() implements Letter {}

    /** The end. */
    record Stop() implements Letter {}

    /**
     * A connection is made.
     *
     * @param attempt which
     */
    record Connected(long attempt) implements Letter {}

    /**
     * A publish was acknowledged.
     *
     * @param attempt in which connection
     * @param token which
     */
    record Acknowledged(long attempt, long token) implements Letter {}

    /**
     * Something came.
     *
     * @param attempt in which connection
     * @param task what there is to do
     * @param receipt how it is acknowledged
     */
    record Came(long attempt, Hearing.Task task, Broker.Receipt receipt) implements Letter {}

    /**
     * Where the agent wants to listen, it now does.
     *
     * @param attempt in which connection
     */
    record Subscribed(long attempt) implements Letter {}

    /**
     * The rest of something that waited for another thread.
     *
     * @param work to be run by this one
     */
    record Task(Runnable work) implements Letter {}

    /**
     * A connection is no more.
     *
     * @param attempt which
     * @param problem why
     * @param loss how
     */
    record Lost(long attempt, Problem problem, Loss loss) implements Letter {}

    /**
     * The store has answered to the removal of acknowledged rows.
     *
     * @param rows which
     * @param done whether they are gone
     */
    record Removed(List<Long> rows, boolean done) implements Letter {}

    void post(Letter letter) {
        letters.add(letter);
    }

    /** May be called as often as one likes. */
    void wake() {
        if (wakingWaits.compareAndSet(false, true)) {
            letters.add(new Waking());
        }
    }

    /** By the one reader: waits until something has come, and takes in all that has. */
    void await(Duration atMost) throws InterruptedException {
        if (unread.isEmpty()) {
            Letter first = letters.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
            if (first != null) {
                unread.add(first);
            }
        }
        letters.drainTo(unread);
        if (unread.stream().anyMatch(Waking.class::isInstance)) {
            wakingWaits.set(false);
        }
    }

    /** By the one reader: the next of what was taken in, or null. What it does not read stays. */
    @Nullable
    Letter next() {
        return unread.poll();
    }

    /** By the one reader: all that has come, after waiting for the first; empty if nothing came in time. */
    List<Letter> take(Duration atMost) throws InterruptedException {
        await(atMost);
        List<Letter> taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }
}
