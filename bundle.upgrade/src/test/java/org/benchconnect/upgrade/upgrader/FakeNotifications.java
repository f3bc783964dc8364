package org.benchconnect.upgrade.upgrader;

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
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;

/** Notices in memory; a store that fails when a test wants it. */
final class FakeNotifications implements Notifications {
    final List<String> reports = new ArrayList<>();
    boolean fails;
    private final List<Notification> active = new ArrayList<>();

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        if (fails) {
            return CompletableFuture.failedFuture(
                    new StoreException(StoreHealth.DISK_FULL, "full", new IllegalStateException()));
        }
        healthy.forEach(over -> {
            reports.add("over " + over.code());
            active.removeIf(notice -> notice.condition().equals(over));
        });
        for (Signal signal : signals) {
            reports.add(signal.code().name());
            active.removeIf(notice -> notice.condition().equals(signal.condition()));
            active.add(new Notification(
                    active.size() + 1,
                    source,
                    signal.condition(),
                    signal.code().kind(),
                    signal.severity(),
                    signal.facts(),
                    Notification.State.OPEN,
                    1,
                    Given.NOON,
                    Given.NOON,
                    null,
                    null));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<Notification> active() {
        return List.copyOf(active);
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        throw new AssertionError("the upgrade utility only reports");
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        throw new AssertionError("the upgrade utility only reports");
    }

    @Override
    public List<Notification> history(int limit) {
        throw new AssertionError("the upgrade utility only reports");
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
