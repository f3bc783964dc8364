package org.benchconnect.instrument.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private final List<String> said = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private List<Notification> active = List.of();

    RecordedNotifications(InMemoryStore store) {
        this.store = store;
    }

    /** {@code +CODE} for what was said to be so, {@code -CODE} for what is well, those that begin with LOG apart. */
    synchronized List<String> said() {
        return said.stream().filter(code -> !code.startsWith("-LOG_")).toList();
    }

    synchronized List<Signal> signals() {
        return List.copyOf(signals);
    }

    synchronized void active(List<Notification> notices) {
        active = notices;
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        return store.write(tables -> {
                    if (!tables.positions().isRead(adapter, file)) {
                        keep(observation.signals(), observation.healthy());
                        tables.positions().markRead(adapter, file, Instant.EPOCH);
                        tables.positions().remember(adapter, observation.memory());
                    }
                    return true;
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> told, Set<Condition> healthy) {
        return store.write(tables -> keep(told, healthy)).thenAccept(done -> {});
    }

    private synchronized boolean keep(List<Signal> told, Set<Condition> healthy) {
        signals.addAll(told);
        told.forEach(signal -> said.add("+" + signal.code().name()));
        healthy.stream().map(condition -> "-" + condition.code()).sorted().forEach(said::add);
        return true;
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Boolean> seenByService(long id) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public synchronized List<Notification> active() {
        return active;
    }

    @Override
    public List<Notification> history(int limit) {
        return List.of();
    }

    @Override
    public Shift sinceLastShift() {
        return new Shift(Instant.EPOCH, List.of());
    }
}
