package org.benchconnect.console;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;

/**
 * Carries out what must not be interrupted in the middle, on threads of its own: whoever asked may go away or lose patience meanwhile, and what was
 * begun comes to its end. Safe for any thread.
 */
final class Unbroken implements AutoCloseable {
    /** How long the caller is kept waiting at most. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST = 4;

    private final Semaphore places = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread worker = new Thread(task, "console-carries-out");
        worker.setDaemon(true);
        return worker;
    });

    /** What raises rights, or needs a PIN: a few at a time. The secrets are wiped when it is done, or refused. */
    Reply raise(Callable<Reply.Whole> work, char[]... secrets) throws Refused {
        if (!places.tryAcquire()) {
            wipe(secrets);
            throw new Refused(429, Reason.TOO_MANY, "At most " + MOST + " such requests at a time");
        }
        Callable<Reply.Whole> counted = () -> {
            try {
                return work.call();
            } finally {
                places.release();
                wipe(secrets);
            }
        };
        try {
            return begin(counted);
        } catch (Refused e) {
            places.release();
            wipe(secrets);
            throw e;
        }
    }

    /** What lowers rights: never refused for want of a place. */
    Reply lower(Callable<Reply.Whole> work) throws Refused {
        return begin(work);
    }

    private Reply begin(Callable<Reply.Whole> work) throws Refused {
        try {
            Future<Reply.Whole> begun = threads.submit(work);
            return new Reply.Slow(LONGEST, () -> await(begun));
        } catch (RejectedExecutionException closed) {
            throw new Refused(503, Reason.NOT_AVAILABLE, "The console is stopping");
        }
    }

    private static Reply.Whole await(Future<Reply.Whole> begun) throws Refused, InterruptedException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IllegalStateException("a request could not be carried out", e.getCause());
        }
    }

    private static void wipe(char[]... secrets) {
        for (char[] secret : secrets) {
            Arrays.fill(secret, '\0');
        }
    }

    /** Takes nothing new; what was begun comes to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
