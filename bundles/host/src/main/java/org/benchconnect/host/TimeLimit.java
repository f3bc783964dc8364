package org.benchconnect.host;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.host.reading.UnreadableException;

/**
 * Looks that may hang: each on a thread of its own, waited for only so long. A look that hangs is left alone and not started again before it ended, so
 * there are never more threads than topics, and none between the rounds.
 */
final class TimeLimit implements AutoCloseable {
    private static final long IDLE_SECONDS = 2;

    private final Duration limit;
    private final Set<Topic> underWay = EnumSet.noneOf(Topic.class);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Topic.values().length, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread daemon = new Thread(work, "host-look");
                daemon.setDaemon(true);
                daemon.setPriority(Thread.MIN_PRIORITY);
                return daemon;
            });

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /**
     * Looks.
     *
     * @throws UnreadableException if the look failed or did not end in time, or an earlier one has not ended yet
     * @throws InterruptedException if this component closes
     */
    <T> T within(Topic topic, Callable<T> look) throws UnreadableException, InterruptedException {
        synchronized (underWay) {
            if (!underWay.add(topic)) {
                throw new UnreadableException("an earlier look has not ended yet");
            }
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> answer(topic, look, answer));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnreadableException("no answer within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableException expected
                    ? expected
                    : new UnreadableException("the look failed", e.getCause());
        }
    }

    /** A look has ended before its answer is known: who has the answer may ask again. */
    private <T> void answer(Topic topic, Callable<T> look, CompletableFuture<T> answer) {
        try {
            T seen = look.call();
            ended(topic);
            answer.complete(seen);
        } catch (Exception | Error e) {
            ended(topic);
            answer.completeExceptionally(e);
        }
    }

    private void ended(Topic topic) {
        synchronized (underWay) {
            underWay.remove(topic);
        }
    }

    /** Interrupts what is under way and does not wait for it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
