package org.benchconnect.notify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is gone, fails or refuses, and listeners of every manner. */
class NeighboursOfTheClientTest {
    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    @Test
    void itIsWellWhileItHasAStore() {
        assertTrue(client.real().isWell());

        client.real().unbindStore(client.store());

        assertFalse(client.real().isWell());
    }

    @Test
    void withoutAStoreFuturesFailAndReadsThrow() {
        client.real().unbindStore(client.store());

        CompletableFuture<Void> future = client.real().report("navios", List.of(laser(1, FAULT)), Set.of());

        ExecutionException failure = assertThrows(ExecutionException.class, () -> future.get(1, SECONDS));
        assertEquals(
                StoreHealth.UNAVAILABLE,
                assertInstanceOf(StoreException.class, failure.getCause()).health());
        assertThrows(StoreException.class, client.real()::active);
    }

    @Test
    void failureOfTheStoreComesThroughUnwrapped() throws Exception {
        client.store().close();
        List<Throwable> seen = new CopyOnWriteArrayList<>();

        client.real().report("navios", List.of(laser(1, FAULT)), Set.of()).whenComplete((nothing, failure) -> {
            seen.add(failure);
        });

        assertInstanceOf(StoreException.class, seen.get(0));
        assertEquals(List.of(), client.heard());
    }

    @Test
    void changeThatTheStoreRefusesIsNotAnnounced() throws Exception {
        CompletableFuture<Void> refused = client.real().report("Not A Source", List.of(laser(1, FAULT)), Set.of());

        assertThrows(ExecutionException.class, () -> refused.get(10, SECONDS));
        client.fault("a");
        assertEquals(1, client.heard().size());
    }

    @Test
    void listenerThatThrowsDisturbsNobody() throws Exception {
        List<Notification> behind = new CopyOnWriteArrayList<>();
        client.real().addListener(notification -> {
            throw new IllegalStateException();
        });
        client.real().addListener(behind::add);

        client.fault("a");

        assertEquals(client.heard(), behind);
        assertFalse(behind.isEmpty());
    }

    @Test
    void removedListenerHearsNoMore() throws Exception {
        List<Notification> other = new CopyOnWriteArrayList<>();
        NotificationListener listener = other::add;
        client.real().addListener(listener);
        client.real().removeListener(listener);

        client.fault("a");

        assertEquals(List.of(), other);
    }
}
