package org.benchconnect.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;

/** Remembers the last report; can fail a number of times first. */
final class RecordedNotifications implements Notifications {
    final AtomicInteger failures = new AtomicInteger();
    private volatile Report last = new Report(List.of(), Set.of());

    private record Report(List<Signal> signals, Set<Condition> healthy) {}

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        if (failures.getAndDecrement() > 0) {
            return CompletableFuture.failedFuture(
                    new StoreException(StoreHealth.DISK_FULL, "full", new IllegalStateException("full")));
        }
        last = new Report(signals, healthy);
        return CompletableFuture.completedFuture(null);
    }

    void await(String facts, Severity severity) throws Exception {
        Await.until(() -> last.signals.stream()
                .anyMatch(signal ->
                        signal.severity() == severity && signal.facts().encode().contains(facts)));
    }

    void awaitHealthy() throws Exception {
        Await.until(() -> last.signals.isEmpty() && last.healthy.size() == 2);
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        throw new UnsupportedOperationException("settings read no instrument");
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        throw new UnsupportedOperationException("settings acknowledge nothing");
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
        throw new UnsupportedOperationException("nobody asks for this");
    }

    @Override
    public Notifications.Shift sinceLastShift() {
        throw new UnsupportedOperationException("nobody asks for this");
    }
}
