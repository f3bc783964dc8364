package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks something that may never answer, on a daemon thread of its own. One question at a time: who asks while one is open shares its answer, so what hangs for ever costs one
 * thread, however often it is asked. If it is replaced by another one, that is asked on a new thread and the hanging one is left to itself. Safe for any thread.
 */
final class Asking<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final String name;
    private @Nullable Question<T> open;

    /**
     * A question under way.
     *
     * @param whom the object that was asked
     * @param answer completes with its answer or exception, perhaps never
     * @param since {@link System#nanoTime}
     */
    record Question<T>(Object whom, CompletableFuture<T> answer, long since) {
        /** How long ago it was asked, in real time. */
        Duration open() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        /** Its answer, waited for so long at the most; empty if there is none yet, or an exception. */
        Optional<T> within(Duration most) {
            try {
                return Optional.of(answer.get(most.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                LOG.debug("asked in vain", e.getCause());
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** @param name of the thread */
    Asking(String name) {
        this.name = name;
    }

    /** The question that is open at this object, or a new one. Never blocks. */
    synchronized Question<T> ask(Object whom, Supplier<T> question) {
        Question<T> now = open;
        if (now != null && now.whom().equals(whom) && !now.answer().isDone()) {
            return now;
        }
        Question<T> asked = new Question<>(whom, new CompletableFuture<>(), System.nanoTime());
        open = asked;
        Thread thread = new Thread(() -> answer(asked, question), name);
        thread.setDaemon(true);
        thread.start();
        return asked;
    }

    /** The same, and waits for the answer until the question has been open for so long: not at all, if it has. */
    Optional<T> ask(Object whom, Supplier<T> question, Duration limit) {
        Question<T> asked = ask(whom, question);
        Duration left = limit.minus(asked.open());
        return asked.within(left.isNegative() ? Duration.ZERO : left);
    }

    /** Whatever is thrown there, an error of linkage too, is no answer here. */
    private static <T> void answer(Question<T> asked, Supplier<T> question) {
        try {
            asked.answer().complete(question.get());
        } catch (RuntimeException | LinkageError | AssertionError e) {
            asked.answer().completeExceptionally(e);
        }
    }
}
