package org.benchconnect.console.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
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
    /** Of the tasks that still have the time they began with, the oldest first. Guarded by itself. */
    private final Set<Deadline> beginners = new LinkedHashSet<>();

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

    /**
     * An executor whose tasks each have this long, from when they begin. Until it is {@linkplain #renew renewed} a task can
     * also be ended by {@link #endOldestBeginner}.
     */
    Executor limit(Executor threads, Duration each) {
        return task -> threads.execute(() -> {
            Deadline deadline = renew(each);
            synchronized (beginners) {
                beginners.add(deadline);
            }
            try {
                task.run();
            } finally {
                suspend();
            }
        });
    }

    /** Ends, of the tasks that have only the time they began with, the oldest. False if there is none. */
    boolean endOldestBeginner() {
        Deadline oldest;
        synchronized (beginners) {
            Iterator<Deadline> all = beginners.iterator();
            if (!all.hasNext()) {
                return false;
            }
            oldest = all.next();
            all.remove();
        }
        oldest.pass();
        return true;
    }

    /** Gives the current thread's task this long, from now. */
    Deadline renew(Duration longer) {
        suspend();
        Deadline deadline = new Deadline(Thread.currentThread());
        mine.set(deadline);
        deadline.due = timer.schedule(deadline::pass, longer.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    /** Gives the current thread's task as long as it wants, until {@link #renew}. */
    void suspend() {
        Deadline before = mine.get();
        if (before != null) {
            synchronized (beginners) {
                beginners.remove(before);
            }
            before.lift();
            mine.remove();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** When one task ends. */
    static final class Deadline {
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
