package org.benchconnect.teamviewerbridge.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of remote sessions: the clock waits for nobody, so whatever may be slow has another. */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final long TICK = 100; // milliseconds
    private static final long LOOK = 1000; // milliseconds
    private static final long READ = 10_000; // milliseconds
    private static final long PATIENCE = 200; // milliseconds, for the disk at the end

    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(named("sessions"));
    private final ScheduledExecutorService watching =
            Executors.newSingleThreadScheduledExecutor(named("session-watch"));
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(named("session-view"));
    private final ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(named("session-disk"));

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, "benchconnect-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where listeners are told. */
    Executor telling() {
        return looking;
    }

    /** Where the disk is written. */
    Executor writing() {
        return writing;
    }

    /** From now on all that is due is done. */
    void drive(Sessions sessions) {
        again(ticking, TICK, sessions::tick);
        again(watching, TICK, sessions::lookAtInstruments);
        again(looking, LOOK, sessions::look);
        writing.execute(sessions::readSupport);
        again(writing, READ, sessions::readSupport);
    }

    /** Whatever came of the time before: time-outs do not end with an error. */
    private static void again(ScheduledExecutorService thread, long after, Runnable what) {
        thread.schedule(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException | LinkageError e) {
                        LOG.error("what remote sessions look at now and then failed", e);
                    } finally {
                        again(thread, after, what);
                    }
                },
                after,
                TimeUnit.MILLISECONDS);
    }

    /** Nothing is looked at any more; the disk has a moment. */
    void close() {
        ticking.shutdownNow();
        watching.shutdownNow();
        looking.shutdownNow();
        writing.shutdown();
        try {
            writing.awaitTermination(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
