package org.benchconnect.notify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.notify.Signals.laser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.store.SqliteStore;

/** A client on the real store in a folder, and a listener who keeps what it hears. */
final class RunningClient implements AutoCloseable {
    static final Memory MEMORY = Memory.decode("LASER=1.0,2.0");

    private final Path home;
    private final NotificationClient client = new NotificationClient();
    private final List<Notification> heard = new CopyOnWriteArrayList<>();
    private SqliteStore store;

    RunningClient(Path home) {
        this.home = home;
        store = RealStore.in(home);
        client.bindStore(store);
        client.addListener(heard::add);
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

    /** What the outbox holds for the platform, oldest first. */
    List<State> reported() {
        return store.read(tables -> tables.outbox().after(0, 1000)).stream()
                .map(entry -> ((NoticeReport) entry.report()).notification().state())
                .toList();
    }

    /** The store goes and comes back on the same files. */
    void restartStore() {
        client.unbindStore(store);
        store.close();
        store = RealStore.in(home);
        client.bindStore(store);
    }

    @Override
    public void close() {
        store.close();
    }
}
