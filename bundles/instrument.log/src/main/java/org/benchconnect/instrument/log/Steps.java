package org.benchconnect.instrument.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon thread of one watch: steps, waits until there is something to do, steps again. A folder that hangs holds up its own thread and no other. */
public final class Steps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    /** After an error of our own. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final Duration END = Duration.ofSeconds(2);

    private final String name;
    private final Step step;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** What is done again and again. */
    @FunctionalInterface
    public interface Step {
        /** Does what can be done now; returns how long nothing will be to do unless somebody wakes the thread. */
        Duration step();
    }

    /** Not started yet. */
    public Steps(String name, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Steps from now on. */
    public void start() {
        wake();
    }

    /** Something may be to do. Any thread; never blocks. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            schedule(Duration.ZERO, this::wokenStep);
        }
    }

    private void wokenStep() {
        woken.set(false);
        step();
    }

    private void timedStep(long at) {
        if (at == due) {
            step();
        }
    }

    // one thread alone: the step that is due; any other was overtaken
    private long due;

    private void step() {
        Duration wait;
        try {
            wait = step.step();
        } catch (RuntimeException | LinkageError bug) {
            // never its message, which could hold something of a file
            LOG.error("{} failed: {}", name, bug.getClass().getName());
            wait = REST;
        }
        long mine = ++due;
        schedule(wait, () -> timedStep(mine));
    }

    private void schedule(Duration wait, Runnable work) {
        try {
            thread.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} has ended", name);
        }
    }

    /** Ends after the step that runs, for which it waits two seconds at most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("{} did not end in time: a folder or a connection does not answer", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
