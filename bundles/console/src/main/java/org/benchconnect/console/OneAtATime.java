package org.benchconnect.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does what may take minutes on a thread of its own, one thing at a time. Whoever asked may go away meanwhile: the place is
 * free again when the work has ended, no earlier, so that nobody piles work up by asking and going. Safe for any thread.
 */
final class OneAtATime implements AutoCloseable {
    private final AtomicBoolean taken = new AtomicBoolean();
    private final ExecutorService threads;

    OneAtATime(String thread) {
        threads = Executors.newCachedThreadPool(task -> {
            Thread worker = new Thread(task, thread);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Begins the work; empty if other work has not ended yet. Its place is free before its result can be had. */
    <T> Optional<Future<T>> begin(Callable<T> work) {
        if (!taken.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            return Optional.of(threads.submit(() -> {
                try {
                    return work.call();
                } finally {
                    taken.set(false);
                }
            }));
        } catch (RejectedExecutionException closed) {
            taken.set(false);
            return Optional.empty();
        }
    }

    /** Interrupts what is at work. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
