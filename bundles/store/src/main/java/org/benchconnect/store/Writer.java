package org.benchconnect.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what is queued, commits it as one transaction, then hands it to the thread of
 * completions, in order. When nothing is queued it sees to the database: opens it again, looks whether there is space again,
 * shortens the history. The queue has no bound of its own; {@link SqliteStore} bounds what comes in.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int CLOSING_SECONDS = 10;

    private final int batchSize;
    private final DatabaseCare care;
    private final BlockingQueue<Change<?>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch firstTry = new CountDownLatch(1);
    private final Thread thread = StoreThread.of(this::run, "store-writer");
    private final ExecutorService completions =
            Executors.newSingleThreadExecutor(work -> StoreThread.of(work, "store-completions"));

    private volatile boolean closing;
    /** Guarded by this: nothing is queued any more. */
    private boolean stopped;

    Writer(int batchSize, DatabaseCare care) {
        this.batchSize = batchSize;
        this.care = care;
    }

    void start() {
        thread.start();
    }

    /** Waits for the first attempt to open the database, whatever came of it. */
    void awaitFirstTry(Duration atMost) {
        try {
            if (!firstTry.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The database takes long to open; the agent goes on without it until then");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Queues a change. */
    <T> CompletableFuture<T> submit(Change<T> change) {
        synchronized (this) {
            if (!stopped) {
                queue.add(change);
                return change.future();
            }
        }
        change.fail(new StoreException(StoreHealth.UNAVAILABLE, "the store is closed", new IllegalStateException()));
        change.settle();
        return change.future();
    }

    /** Wakes the thread, so that it looks at what changed. */
    void wake() {
        submit(new Change<>(tables -> true, () -> {}));
    }

    /** Commits what is queued, closes the database, completes all futures. */
    void close() {
        closing = true;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
            completions.shutdown();
            if (!completions.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The store was closed while somebody still handled a completed change");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            care.retry();
            firstTry.countDown();
            while (!closing || !queue.isEmpty()) {
                guardedTurn();
            }
            care.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            firstTry.countDown();
            stop();
        }
    }

    /** Whatever goes wrong beside a change, the thread lives on. */
    private void guardedTurn() throws InterruptedException {
        try {
            turn();
        } catch (RuntimeException | Error e) {
            LOG.error("The store failed and goes on", e);
            care.troubled(e);
        }
    }

    private void turn() throws InterruptedException {
        Change<?> first = queue.poll(care.idleFor(), TimeUnit.MILLISECONDS);
        if (care.isDue()) {
            care.retry();
        } else {
            care.look();
        }
        if (first == null) {
            care.housekeeping();
        } else {
            List<Change<?>> batch = new ArrayList<>();
            batch.add(first);
            queue.drainTo(batch, batchSize - 1);
            commit(batch);
        }
    }

    private void commit(List<Change<?>> batch) {
        Database database = care.forChanges();
        if (database == null) {
            failAll(batch, care.reason());
        } else {
            commit(batch, database);
        }
        completions.execute(() -> batch.forEach(Change::settle));
    }

    private void commit(List<Change<?>> batch, Database database) {
        try {
            database.begin();
            batch.forEach(change -> change.apply(database));
            database.commit();
            care.well();
        } catch (RuntimeException | Error e) {
            database.rollBack();
            care.troubled(e);
            failAll(batch, care.reason());
        }
    }

    private static void failAll(List<Change<?>> batch, StoreException reason) {
        batch.forEach(change -> change.fail(reason));
    }

    private void stop() {
        List<Change<?>> rest = new ArrayList<>();
        @Nullable StoreException reason;
        synchronized (this) {
            stopped = true;
            queue.drainTo(rest);
        }
        reason = new StoreException(StoreHealth.UNAVAILABLE, "the store is closed", new IllegalStateException());
        failAll(rest, reason);
        completions.execute(() -> rest.forEach(Change::settle));
    }
}
