package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;

/** The notices of an agent in memory, as well as its database is. */
final class FakeNotices implements Notifications {
    private final Clock clock;
    private final FakeAgent agent;
    private final Map<Long, Notification> notices = new LinkedHashMap<>();
    private NotificationListener listener = notification -> {};

    FakeNotices(Clock clock, FakeAgent agent) {
        this.clock = clock;
        this.agent = agent;
    }

    void tell(NotificationListener whom) {
        this.listener = whom;
    }

    /** Opens a notice, or raises its count; says so to the listener. */
    Notification raise(BenchCode code, Severity severity, Laser laser) {
        return raise("navios", code, severity, facts(laser));
    }

    static Facts facts(Laser laser) {
        return Facts.none()
                .with(BenchFact.LASER, laser)
                .with(BenchFact.MEASURED_MILLIWATT, 17.42)
                .with(BenchFact.TARGET_MILLIWATT, 22);
    }

    /** The same of another source, such as the checks of this PC. */
    synchronized Notification raise(String source, SignalCode code, Severity severity, Facts facts) {
        Condition condition = Condition.of(code, facts);
        Instant now = clock.instant();
        Optional<Notification> before = notices.values().stream()
                .filter(one -> one.state() != Notification.State.CLEARED
                        && one.condition().equals(condition))
                .findAny();
        return keep(new Notification(
                before.map(Notification::id).orElse(notices.size() + 1L),
                source,
                condition,
                code.kind(),
                severity,
                facts,
                before.map(Notification::state).orElse(Notification.State.OPEN),
                before.map(Notification::count).orElse(0L) + 1,
                before.map(Notification::firstSeen).orElse(now),
                now,
                before.map(Notification::acknowledgedAt).orElse(null),
                null));
    }

    synchronized Notification clear(long id) {
        Notification old = Optional.ofNullable(notices.get(id)).orElseThrow();
        return keep(changed(old, Notification.State.CLEARED, old.acknowledgedAt(), clock.instant()));
    }

    private Notification keep(Notification notice) {
        notices.put(notice.id(), notice);
        listener.changed(notice);
        return notice;
    }

    private static Notification changed(
            Notification old, Notification.State state, @Nullable Instant acknowledged, @Nullable Instant cleared) {
        return new Notification(
                old.id(),
                old.source(),
                old.condition(),
                old.kind(),
                old.severity(),
                old.facts(),
                state,
                old.count(),
                old.firstSeen(),
                old.lastSeen(),
                acknowledged,
                cleared,
                old.escalatedAt(),
                old.seenByServiceAt());
    }

    @Override
    public synchronized CompletableFuture<Optional<Notification>> acknowledge(long id) {
        if (agent.health != StoreHealth.OK) {
            return CompletableFuture.failedFuture(
                    new StoreException(agent.health, "not stored", new IllegalStateException()));
        }
        Notification old = notices.get(id);
        if (old == null || old.state() == Notification.State.CLEARED) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Notification seen = changed(old, Notification.State.ACKNOWLEDGED, clock.instant(), null);
        return CompletableFuture.completedFuture(Optional.of(keep(seen)));
    }

    @Override
    public List<Notification> active() {
        if (!agent.opened) {
            throw agent.neverOpened();
        }
        return sorted(
                one -> one.state() != Notification.State.CLEARED,
                Comparator.comparing(Notification::severity).reversed());
    }

    @Override
    public List<Notification> history(int limit) {
        if (!agent.opened) {
            throw agent.neverOpened();
        }
        return sorted(one -> one.state() == Notification.State.CLEARED, (a, b) -> 0).stream()
                .limit(limit)
                .toList();
    }

    private synchronized List<Notification> sorted(Predicate<Notification> which, Comparator<Notification> order) {
        List<Notification> found = new ArrayList<>(notices.values());
        found.sort(order.thenComparing(Comparator.comparing(Notification::id).reversed()));
        return found.stream().filter(which).toList();
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        throw new UnsupportedOperationException("the console reports nothing");
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        throw new UnsupportedOperationException("the console records nothing");
    }

    @Override
    public CompletableFuture<Boolean> seenByService(long id) {
        throw new UnsupportedOperationException("the console speaks for nobody at service");
    }

    /** The service side says that somebody there has seen it. */
    synchronized Notification seenByServiceNow(long id) {
        Notification old = Optional.ofNullable(notices.get(id)).orElseThrow();
        return keep(marked(old, old.escalatedAt(), clock.instant()));
    }

    /** Nobody acknowledged it for so many minutes. */
    synchronized Notification escalate(long id, int minutes) {
        Notification old = Optional.ofNullable(notices.get(id)).orElseThrow();
        return keep(marked(old, old.firstSeen().plus(Duration.ofMinutes(minutes)), old.seenByServiceAt()));
    }

    private static Notification marked(
            Notification old, @Nullable Instant escalatedAt, @Nullable Instant seenByServiceAt) {
        return new Notification(
                old.id(),
                old.source(),
                old.condition(),
                old.kind(),
                old.severity(),
                old.facts(),
                old.state(),
                old.count(),
                old.firstSeen(),
                old.lastSeen(),
                old.acknowledgedAt(),
                old.clearedAt(),
                escalatedAt,
                seenByServiceAt);
    }

    @Override
    public Notifications.Shift sinceLastShift() {
        if (!agent.opened) {
            throw agent.neverOpened();
        }
        return new Notifications.Shift(
                clock.instant().minus(Duration.ofHours(10)),
                sorted(one -> true, Comparator.comparing(Notification::severity).reversed()));
    }
}
