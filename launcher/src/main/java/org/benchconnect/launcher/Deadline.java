package org.benchconnect.launcher;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs foreign code that has to end, on a thread of its own. If it does not, the process does, whatever hangs: lowering a right
 * never waits. Safe for any thread.
 *
 * @param restart ends the process at once; in a test it returns
 */
record Deadline(Runnable restart) {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);
    /** To end after an interrupt. */
    private static final Duration LAST_CHANCE = Duration.ofMillis(500);
    /** To write why into the log, which may hang as well. */
    private static final Duration LAST_WORDS = Duration.ofMillis(50);

    /** Returns when it is done. An interrupt meanwhile is kept for the caller. */
    void run(String what, Duration most, Runnable work) {
        if (!isDone(start(what, work), most)) {
            pass(what);
        }
    }

    /**
     * The same, but the caller says what comes of it: what has not ended is interrupted and gets a moment more.
     *
     * @return whether it was done within the time without that
     */
    boolean ends(String what, Duration most, Runnable work) {
        Thread thread = start(what, work);
        if (isDone(thread, most)) {
            return true;
        }
        thread.interrupt();
        isDone(thread, LAST_CHANCE);
        return false;
    }

    /** The time is over. */
    void pass(String what) {
        startAgain(what + " takes too long");
    }

    /** Ends the process, so that the supervisor starts it again. */
    void startAgain(String why) {
        isDone(start("last words", () -> LOG.error("The agent starts again: {}", why)), LAST_WORDS);
        restart.run();
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean isDone(Thread thread, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        while (thread.isAlive() && System.nanoTime() < end) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
