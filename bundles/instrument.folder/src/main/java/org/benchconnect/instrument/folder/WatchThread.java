package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon thread of one watch: steps, waits until there is something to do, steps again. A folder that hangs holds up
 * its own thread and no other.
 */
final class WatchThread {
    private static final Logger LOG = LoggerFactory.getLogger(WatchThread.class);
    /** After an error of our own. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    /** Something may be to do. Any thread. */
    void wake() {
        work.release();
    }

    /**
     * Starts stepping.
     *
     * @param before a thread that must have ended first, because it writes for the same adapter; or null
     * @param retired asked after each step; once it says yes the thread ends
     */
    void start(String name, FolderWatch watch, @Nullable WatchThread before, BooleanSupplier retired) {
        Thread thread = new Thread(() -> run(watch, before, retired), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(FolderWatch watch, @Nullable WatchThread before, BooleanSupplier retired) {
        try {
            if (before != null) {
                before.ended.await();
            }
            while (!stopping && !retired.getAsBoolean()) {
                Duration wait = step(watch);
                if (work.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    work.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watch.blind();
            ended.countDown();
        }
    }

    private static Duration step(FolderWatch watch) throws InterruptedException {
        try {
            return watch.step();
        } catch (RuntimeException | LinkageError bug) {
            // whatever it is, the instrument counts as acquiring until a step succeeds, and nothing is lost
            LOG.error("a watch failed: {}", bug.getClass().getName());
            watch.blind();
            return REST;
        }
    }

    /** Asks the thread to end after its step. Does not wait. */
    void stop() {
        stopping = true;
        wake();
    }

    /** Waits for the end; false if it did not come in time, because the folder hangs. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
