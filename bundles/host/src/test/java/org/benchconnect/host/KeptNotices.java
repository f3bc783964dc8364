package org.benchconnect.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;

/** A notification client that keeps its notices in memory. Reported to on one thread, asked on any. */
final class KeptNotices implements Notifications {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, Notification> byCondition = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<List<Signal>> reports = new ArrayList<>();
    private boolean fails;

    /** The signals of each report that was stored. */
    List<List<Signal>> reports() {
        return reports;
    }

    /** The next report is not stored. */
    void failNext() {
        fails = true;
    }

    /** Another part of the agent has a notice. */
    void tellAs(String source, HostCode code) {
        put(source, new Signal(code, Severity.WARNING, Facts.none().with(HostFact.VOLUME, Severity.INFO)));
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        if (fails) {
            fails = false;
            return CompletableFuture.failedFuture(
                    new StoreException(StoreHealth.DISK_FULL, "for this test", new IllegalStateException()));
        }
        reports.add(signals);
        signals.forEach(signal -> put(source, signal));
        healthy.forEach(condition -> byCondition.remove(source + condition));
        return CompletableFuture.completedFuture(null);
    }

    private void put(String source, Signal signal) {
        byCondition.put(
                source + signal.condition(),
                new Notification(
                        byCondition.size() + 1L,
                        source,
                        signal.condition(),
                        signal.code().kind(),
                        signal.severity(),
                        signal.facts(),
                        Notification.State.OPEN,
                        1,
                        NOW,
                        NOW,
                        null,
                        null));
    }

    @Override
    public List<Notification> active() {
        synchronized (byCondition) {
            return List.copyOf(byCondition.values());
        }
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        throw new UnsupportedOperationException("the checks of the PC only report, and look at what is active");
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        throw new UnsupportedOperationException("the checks of the PC only report, and look at what is active");
    }

    @Override
    public CompletableFuture<Boolean> seenByService(long id) {
        throw new UnsupportedOperationException("the checks of the PC only report, and look at what is active");
    }

    @Override
    public List<Notification> history(int limit) {
        throw new UnsupportedOperationException("the checks of the PC only report, and look at what is active");
    }

    @Override
    public Shift sinceLastShift() {
        throw new UnsupportedOperationException("the checks of the PC only report, and look at what is active");
    }
}
