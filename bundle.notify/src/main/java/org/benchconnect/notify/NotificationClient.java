package org.benchconnect.notify;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notification client. It keeps nothing itself: notices live in the store, and each call is one change of it. While
 * there is no store, futures fail and reads throw {@link StoreException}, as they do when the store cannot write.
 *
 * <p>Times are cut to the millisecond, so that what listeners hear equals what is stored.
 */
@Component(service = {Notifications.class, HealthCheck.class})
public final class NotificationClient implements Notifications, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationClient.class);
    private static final int MAX_HISTORY = 1000;
    private static final Comparator<Notification> MOST_SEVERE_THEN_NEWEST = Comparator.comparing(Notification::severity)
            .thenComparingLong(Notification::id)
            .reversed();

    private final Clock clock;
    private final Announcements announcements = new Announcements(this::announce);

    /** The database, which may be swapped while this runs. */
    private volatile @Nullable AgentStore store;

    /** Who wants to hear of changes. */
    private final List<NotificationListener> listeners = new CopyOnWriteArrayList<>();

    /** By the PC's clock. */
    @Activate
    public NotificationClient() {
        this(Clock.systemUTC());
    }

    NotificationClient(Clock clock) {
        this.clock = clock;
    }

    /** From now on notices live here. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindStore(AgentStore present) {
        store = present;
    }

    /** There is no store, unless another came before this one went. */
    public void unbindStore(AgentStore gone) {
        if (gone.equals(store)) {
            store = null;
        }
    }

    /** Hears of every change that becomes durable from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addListener(NotificationListener listener) {
        listeners.add(listener);
    }

    /** Hears no more. */
    public void removeListener(NotificationListener listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        return change(books -> {
            books.record(adapter, file, observation);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        return change(books -> {
            books.take(source, signals, healthy);
            return null;
        });
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        return change(books -> books.acknowledge(id));
    }

    /** One change of the store. Listeners hear of it before its future completes. */
    private <T> CompletableFuture<T> change(Function<Bookkeeping, T> decide) {
        AgentStore present = store;
        if (present == null) {
            return CompletableFuture.failedFuture(absent());
        }
        AtomicReference<Announcements.@Nullable Place> place = new AtomicReference<>();
        CompletableFuture<T> told = new CompletableFuture<>();
        present.write(tables -> {
                    Bookkeeping books = new Bookkeeping(tables, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    place.set(announcements.take(books.changed()));
                    return decide.apply(books);
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

    @Override
    public List<Notification> active() {
        return present().read(tables -> tables.notices().active()).stream()
                .sorted(MOST_SEVERE_THEN_NEWEST)
                .toList();
    }

    @Override
    public List<Notification> history(int limit) {
        if (limit < 1 || limit > MAX_HISTORY) {
            throw new IllegalArgumentException("between 1 and " + MAX_HISTORY + " notices, please");
        }
        return present().read(tables -> tables.notices().cleared(limit));
    }

    /** It has a store; how that one is, it says itself. */
    @Override
    public boolean isWell() {
        return store != null;
    }

    private AgentStore present() {
        AgentStore present = store;
        if (present == null) {
            throw absent();
        }
        return present;
    }

    private static StoreException absent() {
        return new StoreException(StoreHealth.UNAVAILABLE, "there is no store now", new IllegalStateException());
    }

    /** A listener that throws disturbs nobody else. */
    private void announce(Notification notification) {
        for (NotificationListener listener : listeners) {
            try {
                listener.changed(notification);
            } catch (RuntimeException e) {
                LOG.error("A listener failed to hear of notice {}", notification.id(), e);
            }
        }
    }

    @Override
    public CompletableFuture<Boolean> seenByService(long id) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Notifications.Shift sinceLastShift() {
        throw new UnsupportedOperationException("not yet");
    }
}
