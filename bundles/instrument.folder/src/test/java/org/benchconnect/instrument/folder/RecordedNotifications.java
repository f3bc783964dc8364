package org.benchconnect.instrument.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.testing.InMemoryStore;

/** A notification client that keeps the contract of {@code record} and remembers what it was told. */
final class RecordedNotifications implements Notifications {
    private final InMemoryStore store;
    private final List<Observation> observations = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private Predicate<Observation> refused = observation -> false;

    RecordedNotifications(InMemoryStore store) {
        this.store = store;
    }

    /** Observations that fail by themselves, whatever the database does. */
    synchronized void refuse(Predicate<Observation> which) {
        refused = which;
    }

    /** What was recorded durably, in order. */
    synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    /** {@code +CODE} for each condition reported to be so, {@code -CODE} for each reported to be well, in order. */
    synchronized List<String> conditions() {
        return List.copyOf(conditions);
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        return store.write(tables -> {
                    if (refuses(observation)) {
                        throw new IllegalStateException("told to refuse");
                    }
                    if (!tables.positions().isRead(adapter, file)) {
                        keep(observation);
                        tables.positions().markRead(adapter, file, Instant.EPOCH);
                        tables.positions().remember(adapter, observation.memory());
                    }
                    return true;
                })
                .thenAccept(done -> {});
    }

    private synchronized boolean refuses(Observation observation) {
        return refused.test(observation);
    }

    private synchronized void keep(Observation observation) {
        observations.add(observation);
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        return store.write(tables -> keep(signals, healthy)).thenAccept(done -> {});
    }

    private synchronized boolean keep(List<Signal> signals, Set<Condition> healthy) {
        signals.forEach(signal -> conditions.add("+" + signal.code().name()));
        healthy.stream().map(condition -> "-" + condition.code()).sorted().forEach(conditions::add);
        return true;
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public List<Notification> active() {
        return List.of();
    }

    @Override
    public List<Notification> history(int limit) {
        return List.of();
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
