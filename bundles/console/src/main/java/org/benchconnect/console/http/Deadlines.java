package org.benchconnect.console.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests that take too long, whether their headers or body come slowly or their answer is not taken. The thread that
 * serves a request is interrupted, which closes the channel that it reads or writes.
 */
final class Deadlines implements AutoCloseable {
    private final ThreadLocal<Deadline> mine = new ThreadLocal<>();
    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "console-deadlines"));
        timer.setRemoveOnCancelPolicy(true);
        // After close nothing is timed any more: the threads were interrupted.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** An executor whose tasks each have this long, from when they begin. */
    Executor limit(Executor threads, Duration each) {
        return task -> threads.execute(() -> {
            renew(each);
            try {
                task.run();
            } finally {
                suspend();
            }
        });
    }

    /** Gives the current thread's task this long, from now. */
    void renew(Duration longer) {
        suspend();
        Deadline deadline = new Deadline(Thread.currentThread());
        mine.set(deadline);
        deadline.due = timer.schedule(deadline::pass, longer.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives the current thread's task as long as it wants, until {@link #renew}. */
    void suspend() {
        Deadline before = mine.get();
        if (before != null) {
            before.lift();
            mine.remove();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static final class Deadline {
        private final Thread thread;
        private boolean over;
        /** Set and read by the task's own thread alone. */
        private @Nullable Future<?> due;

        Deadline(Thread thread) {
            this.thread = thread;
        }

        synchronized void pass() {
            if (!over) {
                over = true;
                thread.interrupt();
            }
        }

        void lift() {
            synchronized (this) {
                over = true;
            }
            if (due != null) {
                due.cancel(false);
            }
        }
    }
}
