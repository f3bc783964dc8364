package org.benchconnect.notify;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;

/** Carries changes into the store that is there now, and tells of each notice that changed once it is durable, in order. Safe for any thread. */
final class Changes {
    private final Clock clock;
    private final NoticeRules rules;
    private final Courses courses;
    private final Announcements announcements;

    /** The database, which may be swapped while this runs. */
    private volatile @Nullable AgentStore store;

    /**
     * Changes of notices.
     *
     * @param durable is told of each notice that changed
     */
    Changes(Clock clock, NoticeRules rules, Courses courses, Consumer<Notification> durable) {
        this.clock = clock;
        this.rules = rules;
        this.courses = courses;
        this.announcements = new Announcements(durable);
    }

    /** One change of the tables, within one transaction. */
    @FunctionalInterface
    interface Decision<T> {
        T take(Tables tables, Bookkeeping books);
    }

    void bind(AgentStore present) {
        store = present;
    }

    void unbind(AgentStore gone) {
        if (gone.equals(store)) {
            store = null;
        }
    }

    boolean hasStore() {
        return store != null;
    }

    /**
     * The store.
     *
     * @throws StoreException if there is none now
     */
    AgentStore store() {
        AgentStore present = store;
        if (present == null) {
            throw new StoreException(StoreHealth.UNAVAILABLE, "there is no store now", new IllegalStateException());
        }
        return present;
    }

    /** One change of the store. Listeners hear of it before its future completes. Without a store the future fails. */
    <T> CompletableFuture<T> make(Decision<T> decision) {
        AgentStore present;
        try {
            present = store();
        } catch (StoreException e) {
            return CompletableFuture.failedFuture(e);
        }
        AtomicReference<Announcements.@Nullable Place> place = new AtomicReference<>();
        CompletableFuture<T> told = new CompletableFuture<>();
        present.write(tables -> {
                    Bookkeeping books = new Bookkeeping(
                            tables, rules, courses, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    place.set(announcements.take(books.changed()));
                    return decision.take(tables, books);
                })
                .whenComplete((answer, failure) -> {
                    announcements.settle(place.get(), failure == null);
                    if (failure == null) {
                        told.complete(answer);
                    } else {
                        told.completeExceptionally(failure);
                    }
                });
        return told;
    }
}
