package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Hands one adapter's observations to the notification client, in order, many under way at once so that the database can
 * commit them together. Each is made with the memory that the one before left, so after a failure nothing more is handed
 * on until all under way have ended; then the memory must be loaded from the database, and what failed is read anew.
 *
 * <p>A file behind a failed one may have been stored all the same. It stays so, and the failed one follows it: nothing is
 * lost and nothing counted twice, but these two are then not in order.
 *
 * <p>Used by one thread.
 */
final class Recorder {
    /** Observations under way at once. */
    static final int MOST_UNDER_WAY = 128;

    /** An answer that takes longer counts as a failure; the database knows a file that it has stored after all. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deque<Flight> flights = new ArrayDeque<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private @Nullable Memory memory;
    private boolean broken;
    private int failures;
    private Instant notBefore = Instant.MIN;

    private record Flight(String name, FileMark mark, Reading reading, CompletableFuture<Void> stored, Instant since) {}

    /** Is told how each observation ended. */
    interface Ends {
        /** It is durable. */
        void stored(String name, FileMark mark, Reading reading);

        /** It is not; {@code own} if the reason lies in this file and not in the database. */
        void failed(String name, boolean own);
    }

    /** Whether another observation may be handed on now. */
    boolean hasRoom() {
        return memory != null && !broken && flights.size() < MOST_UNDER_WAY;
    }

    /** Whether the memory must be loaded now, before anything else can be handed on. */
    boolean wantsMemory(Instant now) {
        return memory == null && flights.isEmpty() && !now.isBefore(notBefore);
    }

    void load(Memory durable) {
        memory = durable;
        broken = false;
    }

    /** The database is another: what it remembers must be loaded. */
    void unload() {
        broken = true;
        if (flights.isEmpty()) {
            memory = null;
        }
    }

    /** What the next observation is made with. */
    Memory memory() {
        return memory == null ? Memory.blank() : memory;
    }

    /** Hands an observation on. {@code wake} is called, on any thread, when its end is known. */
    void record(
            Notifications notifications,
            String adapter,
            String name,
            FileMark mark,
            Observation observation,
            Instant now,
            Runnable wake) {
        CompletableFuture<Void> stored;
        try {
            stored = notifications.record(adapter, mark, observation);
        } catch (RuntimeException refused) {
            // a neighbour that is just going away; what it throws is dealt with like a future that failed
            stored = CompletableFuture.failedFuture(refused);
        }
        memory = observation.memory();
        flights.add(new Flight(name, mark, observation.reading(), stored, now));
        stored.whenComplete((done, failure) -> wake.run());
    }

    /** Takes what has ended, in order. */
    void settle(Instant now, Ends ends) {
        Flight first;
        while ((first = flights.peek()) != null && ended(first, now)) {
            flights.remove();
            Throwable failure = failure(first.stored());
            if (failure == null) {
                failures = 0;
                ends.stored(first.name(), first.mark(), first.reading());
            } else {
                broken = true;
                ends.failed(first.name(), !(failure instanceof StoreException || failure instanceof NoAnswer));
            }
        }
        if (broken && flights.isEmpty() && memory != null) {
            memory = null;
            failures++;
            notBefore = now.plus(backoff.after(failures));
        }
    }

    private static boolean ended(Flight flight, Instant now) {
        return flight.stored().isDone() || !now.isBefore(flight.since().plus(PATIENCE));
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> stored) {
        if (!stored.isDone()) {
            return new NoAnswer();
        }
        try {
            stored.join();
            return null;
        } catch (CompletionException failed) {
            return failed.getCause() == null ? failed : failed.getCause();
        } catch (CancellationException given) {
            return new NoAnswer();
        }
    }

    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
