package org.benchconnect.notify;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NotificationClientTest {
    static final Memory MEMORY = Memory.decode("LASER=1.0,2.0");

    @TempDir
    Path home;

    SqliteStore store;
    NotificationClient client;
    final List<Notification> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        store = RealStore.in(home);
        client = new NotificationClient();
        client.bindStore(store);
        client.addListener(heard::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    FileMark file(String name) {
        return store.mark(name, 10, Instant.EPOCH);
    }

    static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(30, SECONDS);
    }

    void fault(String name) throws Exception {
        done(client.record("navios", file(name), Signals.observed(List.of(laser(1, FAULT)), Set.of(), MEMORY)));
    }

    List<State> reported() {
        return store.read(tables -> tables.outbox().after(0, 1000)).stream()
                .map(entry -> ((NoticeReport) entry.report()).notification().state())
                .toList();
    }

    @Test
    void itIsWellWhileItHasAStore() {
        assertTrue(client.isWell());

        client.unbindStore(store);

        assertFalse(client.isWell());
    }

    @Nested
    class Recording {
        @Test
        void noticePositionMemoryAndReportComeTogether() throws Exception {
            fault("a");

            assertEquals(State.OPEN, client.active().get(0).state());
            boolean read = store.read(tables -> tables.positions().isRead("navios", file("a")));
            assertTrue(read);
            assertEquals(MEMORY, store.read(tables -> tables.positions().memory("navios")));
            assertEquals(List.of(State.OPEN), reported());
            assertEquals(client.active(), heard);
        }

        @Test
        void fileThatWasReadChangesNothing() throws Exception {
            fault("a");
            fault("a");

            assertEquals(1, client.active().get(0).count());
            assertEquals(1, heard.size());
        }

        @Test
        @Timeout(60)
        void tenThousandEqualFaultsMakeOneNoticeWithACount() throws Exception {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                all.add(client.record(
                        "navios", file("f" + i), Signals.observed(List.of(laser(1, FAULT)), Set.of(), Memory.blank())));
            }
            for (CompletableFuture<Void> each : all) {
                done(each);
            }

            assertEquals(1, client.active().size());
            assertEquals(10_000, client.active().get(0).count());
            assertEquals(List.of(State.OPEN), reported());
            assertEquals(
                    10_000, heard.stream().map(Notification::count).distinct().count());
            assertEquals(10_000, heard.get(9_999).count());
        }

        @Test
        void healthyClearsAndANewFaultOpensANewNotice() throws Exception {
            fault("a");
            done(client.record("navios", file("b"), Signals.observed(List.of(), Set.of(condition(1)), MEMORY)));

            assertEquals(List.of(), client.active());
            assertEquals(State.CLEARED, client.history(10).get(0).state());

            fault("c");

            assertEquals(2, client.active().get(0).id());
            assertEquals(List.of(State.OPEN, State.CLEARED, State.OPEN), reported());
        }

        @Test
        void conditionThatIsSoIsNotWell() throws Exception {
            done(client.report("navios", List.of(laser(1, FAULT)), Set.of(condition(1))));

            assertEquals(State.OPEN, client.active().get(0).state());
        }

        @Test
        void twoSubjectsAreTwoNoticesAndTwoSourcesAreToo() throws Exception {
            done(client.report("navios", List.of(laser(1, FAULT), laser(2, FAULT)), Set.of()));
            done(client.report("gallios", List.of(laser(1, FAULT)), Set.of()));

            assertEquals(3, client.active().size());
        }

        @Test
        void timesThatListenersHearAreThoseStored() throws Exception {
            fault("a");

            assertEquals(client.active().get(0).firstSeen(), heard.get(0).firstSeen());
        }
    }

    @Nested
    class Acknowledging {
        @Test
        void acknowledgesOnceAndReportsOnce() throws Exception {
            fault("a");

            Notification first = done(client.acknowledge(1)).orElseThrow();
            Notification second = done(client.acknowledge(1)).orElseThrow();

            assertEquals(State.ACKNOWLEDGED, first.state());
            assertEquals(first, second);
            assertEquals(List.of(State.OPEN, State.ACKNOWLEDGED), reported());
            assertEquals(2, heard.size());
        }

        @Test
        void unknownAndClearedNoticesAreEmpty() throws Exception {
            fault("a");
            done(client.report("navios", List.of(), Set.of(condition(1))));

            assertEquals(Optional.empty(), done(client.acknowledge(1)));
            assertEquals(Optional.empty(), done(client.acknowledge(99)));
        }

        @Test
        void riseInSeverityOpensAgainAndIsReported() throws Exception {
            done(client.report("navios", List.of(laser(1, WARNING)), Set.of()));
            done(client.acknowledge(1));

            done(client.report("navios", List.of(laser(1, FAULT)), Set.of()));

            assertEquals(State.OPEN, client.active().get(0).state());
            assertEquals(List.of(State.OPEN, State.ACKNOWLEDGED, State.OPEN), reported());
        }
    }

    @Nested
    class Listing {
        @Test
        void mostSevereComesFirstThenNewest() throws Exception {
            done(client.report("navios", List.of(laser(1, INFO), laser(2, FAULT), laser(3, FAULT)), Set.of()));

            assertEquals(
                    List.of(3L, 2L, 1L),
                    client.active().stream().map(Notification::id).toList());
        }

        @Test
        void historyHasALimit() {
            assertThrows(IllegalArgumentException.class, () -> client.history(0));
            assertThrows(IllegalArgumentException.class, () -> client.history(1001));
        }

        @Test
        void historySurvivesARestart() throws Exception {
            fault("a");
            done(client.acknowledge(1));
            done(client.report("navios", List.of(), Set.of(condition(1))));
            List<Notification> before = client.history(10);

            client.unbindStore(store);
            store.close();
            store = RealStore.in(home);
            client.bindStore(store);

            assertEquals(before, client.history(10));
        }
    }

    @Nested
    class Neighbours {
        @Test
        void withoutAStoreFuturesFailAndReadsThrow() {
            client.unbindStore(store);

            CompletableFuture<Void> future = client.report("navios", List.of(laser(1, FAULT)), Set.of());

            ExecutionException failure = assertThrows(ExecutionException.class, () -> future.get(1, SECONDS));
            assertEquals(
                    StoreHealth.UNAVAILABLE,
                    assertInstanceOf(StoreException.class, failure.getCause()).health());
            assertThrows(StoreException.class, client::active);
        }

        @Test
        void failureOfTheStoreComesThroughUnwrapped() throws Exception {
            store.close();
            List<Throwable> seen = new CopyOnWriteArrayList<>();

            client.report("navios", List.of(laser(1, FAULT)), Set.of()).whenComplete((nothing, failure) -> {
                seen.add(failure);
            });

            assertInstanceOf(StoreException.class, seen.get(0));
            assertEquals(List.of(), heard);
        }

        @Test
        void listenerThatThrowsDisturbsNobody() throws Exception {
            List<Notification> behind = new CopyOnWriteArrayList<>();
            client.addListener(notification -> {
                throw new IllegalStateException();
            });
            client.addListener(behind::add);

            fault("a");

            assertEquals(heard, behind);
            assertFalse(behind.isEmpty());
        }

        @Test
        void removedListenerHearsNoMore() throws Exception {
            List<Notification> other = new CopyOnWriteArrayList<>();
            NotificationListener listener = other::add;
            client.addListener(listener);
            client.removeListener(listener);

            fault("a");

            assertEquals(List.of(), other);
        }

        @Test
        void changeThatTheStoreRefusesIsNotAnnounced() throws Exception {
            CompletableFuture<Void> refused = client.report("Not A Source", List.of(laser(1, FAULT)), Set.of());

            assertThrows(ExecutionException.class, () -> refused.get(10, SECONDS));
            fault("a");
            assertEquals(1, heard.size());
        }
    }
}
