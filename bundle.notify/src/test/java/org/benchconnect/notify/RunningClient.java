package org.benchconnect.notify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.notify.Signals.laser;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.store.SqliteStore;

/** A client on the real store in a folder, a listener who keeps what it hears, and a clock that is stepped. */
final class RunningClient implements AutoCloseable {
    static final Memory MEMORY = Memory.decode("LASER=1.0,2.0");

    private final Path home;
    private final SteppingClock clock = SteppingClock.todayAtNoon();
    private final NoticeRules rules;
    private final List<Notification> heard = new CopyOnWriteArrayList<>();
    private NotificationClient client;
    private SqliteStore store;

    RunningClient(Path home) {
        this(home, Map.of());
    }

    RunningClient(Path home, Map<String, ?> settings) {
        this.home = home;
        this.rules = Rules.with(settings);
        store = RealStore.in(home);
        client = begin();
    }

    private NotificationClient begin() {
        NotificationClient begun = new NotificationClient(clock, rules);
        begun.bindStore(store);
        begun.addListener(heard::add);
        return begun;
    }

    static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(30, SECONDS);
    }

    NotificationClient real() {
        return client;
    }

    SqliteStore store() {
        return store;
    }

    SteppingClock clock() {
        return clock;
    }

    List<Notification> heard() {
        return heard;
    }

    FileMark file(String name) {
        return store.mark(name, 10, Instant.EPOCH);
    }

    /** A file of this name with a fault of laser 1 has been read. */
    void fault(String name) throws Exception {
        done(client.record("navios", file(name), Signals.observed(List.of(laser(1, FAULT)), Set.of(), MEMORY)));
    }

    void so(Signal... signals) throws Exception {
        done(client.report("navios", List.of(signals), Set.of()));
    }

    void well(Condition... conditions) throws Exception {
        done(client.report("navios", List.of(), Set.of(conditions)));
    }

    /** Minutes pass, each with its round. */
    void pass(int minutes) throws Exception {
        for (int i = 0; i < minutes; i++) {
            clock.step(Duration.ofMinutes(1));
            done(client.round());
        }
    }

    /** The only notice that is not cleared. */
    Notification only() {
        List<Notification> active = client.active();
        if (active.size() != 1) {
            throw new AssertionError(active.size() + " are not cleared");
        }
        return active.get(0);
    }

    /** What the outbox holds for the platform, oldest first. */
    List<State> reported() {
        return reports().stream().map(Notification::state).toList();
    }

    List<Notification> reports() {
        return store.read(tables -> tables.outbox().after(0, 100_000)).stream()
                .map(entry -> ((NoticeReport) entry.report()).notification())
                .toList();
    }

    /** The store goes and comes back on the same files. */
    void restartStore() {
        client.unbindStore(store);
        store.close();
        store = RealStore.in(home);
        client.bindStore(store);
    }

    /** All ends and begins again. */
    void restart() {
        client.close();
        store.close();
        store = RealStore.in(home);
        client = begin();
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
