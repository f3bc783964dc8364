package org.benchconnect.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way: waits in the queue, runs in a savepoint of its own on the writer's thread, is settled on the
 * thread of completions.
 */
final class Change<T> {
    private final Function<Tables, T> function;
    private final Runnable onSettled;
    private final CompletableFuture<T> future = new CompletableFuture<>();

    private @Nullable T result;
    private @Nullable StoreException failure;

    /**
     * A change.
     *
     * @param onSettled called just before the future completes
     */
    Change(Function<Tables, T> function, Runnable onSettled) {
        this.function = function;
        this.onSettled = onSettled;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /**
     * Applies the change inside the open transaction. One that throws leaves nothing behind, and the others go on.
     *
     * @throws SqlFailure if it failed for a reason that concerns the others as well: the transaction is over
     */
    void apply(Database database) {
        Statements statements = database.statements();
        statements.update("SAVEPOINT change");
        try {
            result = function.apply(database.tables());
        } catch (RuntimeException | Error e) {
            if (Trouble.of(e).concernsAll()) {
                throw e;
            }
            statements.update("ROLLBACK TO change");
            failure = new StoreException(StoreHealth.OK, "the change failed, and nothing of it is stored", e);
        }
        // Fails if SQLite ended the transaction by itself and the change did not tell: then nothing may be committed.
        statements.update("RELEASE change");
    }

    /** Nothing of it is stored, unless it failed for a reason of its own before. */
    void fail(StoreException reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** Tells whoever waits. */
    void settle() {
        onSettled.run();
        if (failure != null) {
            future.completeExceptionally(failure);
        } else {
            complete(future, result);
        }
    }

    @SuppressWarnings("NullAway") // a change of type Void returns null, and its future says so
    private static <T> void complete(CompletableFuture<T> future, @Nullable T result) {
        future.complete(result);
    }
}
