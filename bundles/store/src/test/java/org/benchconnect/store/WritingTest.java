package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.failure;
import static org.benchconnect.store.Given.notice;
import static org.benchconnect.store.Given.number;
import static org.benchconnect.store.Given.report;
import static org.benchconnect.store.Given.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes: together or not at all, alone when they fail, in order. */
class WritingTest {
    @TempDir
    Path home;

    SqliteStore store;

    @BeforeEach
    void open() {
        store = Given.sending(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void restart() {
        store.close();
        store = Given.sending(home);
    }

    @Test
    void everythingOfAChangeIsThereAfterRestart() throws Exception {
        FileMark mark = store.mark("a.lmd", 5, NOON);
        Memory memory = Memory.decode("LASER=1.0,2.5");
        done(store.write(tables -> {
            tables.positions().markRead("navios", mark, NOON);
            tables.positions().remember("navios", memory);
            tables.positions().firstLook("navios", NOON);
            return Given.open(tables);
        }));

        restart();

        assertEquals(Set.of(mark), store.read(tables -> tables.positions().read("navios")));
        assertEquals(memory, store.read(tables -> tables.positions().memory("navios")));
        assertEquals(Optional.of(NOON), store.read(tables -> tables.positions().firstLook("navios")));
        assertEquals(List.of(notice(1)), store.read(tables -> tables.notices().active()));
        OutboxEntry entry = store.read(tables -> tables.outbox().after(0, 10)).get(0);
        assertEquals(new OutboxEntry(1, 1, NOON, report(1)), entry);
    }

    @Test
    void changeThatThrowsFailsAloneAndLeavesNothing() throws Exception {
        IllegalStateException thrown = new IllegalStateException("mine");
        CompletableFuture<Long> before = store.write(Given::open);
        CompletableFuture<Long> bad = store.write(tables -> {
            Given.open(tables);
            throw thrown;
        });
        CompletableFuture<Long> after = store.write(Given::open);

        assertEquals(1, number(before));
        assertSame(thrown, failure(bad).getCause());
        assertEquals(2, number(after));
        assertEquals(StoreHealth.OK, store.health());
        assertEquals(2, active(store).size());
    }

    @Test
    void sequenceHasNoGapsWhereChangesFailed() throws Exception {
        for (int i = 0; i < 20; i++) {
            boolean fails = i % 3 == 0;
            store.write(tables -> {
                tables.outbox().append(report(1), NOON);
                if (fails) {
                    throw new IllegalStateException();
                }
                return true;
            });
        }
        done(store.write(tables -> true));

        List<Long> sequences = store.read(tables -> tables.outbox().after(0, 100)).stream()
                .map(OutboxEntry::sequence)
                .toList();

        assertEquals(LongStream.rangeClosed(1, 13).boxed().toList(), sequences);
    }

    @Test
    void constraintThatAChangeBreaksFailsItAlone() throws Exception {
        done(store.write(Given::open));
        Notification same = notice(1);
        CompletableFuture<Boolean> second = store.write(tables -> {
            tables.notices()
                    .put(new Notification(
                            99,
                            same.source(),
                            same.condition(),
                            same.kind(),
                            same.severity(),
                            same.facts(),
                            same.state(),
                            1,
                            NOON,
                            NOON,
                            null,
                            null));
            return true;
        });

        assertEquals(StoreHealth.OK, failure(second).health());
        assertEquals(2, number(store.write(Given::open)));
    }

    @Test
    void futuresCompleteInTheOrderOfTheChanges() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        CountDownLatch hold = new CountDownLatch(1);
        store.write(tables -> await(hold));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            int n = i;
            all.add(store.write(Given::open).thenAccept(id -> order.add(n)));
        }

        hold.countDown();
        for (CompletableFuture<Void> future : all) {
            done(future);
        }

        assertEquals(LongStream.range(0, 1000).mapToObj(n -> (int) n).toList(), order);
    }

    @Test
    void fullQueueFailsItsCallerClearly(@TempDir Path other) throws Exception {
        SqliteStore small = Given.store(other, Given.QUICK.queue(2, Duration.ofMillis(20)));
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Boolean> first = small.write(tables -> await(hold));
        CompletableFuture<Boolean> second = small.write(tables -> true);

        CompletableFuture<Boolean> third = small.write(tables -> true);

        assertTrue(third.isCompletedExceptionally());
        assertEquals("too many changes wait for the disk", failure(third).getMessage());
        hold.countDown();
        assertTrue(yes(first));
        assertTrue(yes(second));
        assertTrue(yes(small.write(tables -> true)));
        small.close();
    }

    @Test
    void callbackOfACompletedChangeMayWriteAgain() throws Exception {
        CompletableFuture<Long> chain = store.write(Given::open);
        for (int i = 0; i < 50; i++) {
            chain = chain.thenCompose(id -> store.write(Given::open));
        }

        assertEquals(51, number(chain));
    }

    @Test
    void writeAfterCloseFails() throws Exception {
        store.close();

        assertEquals(
                StoreHealth.UNAVAILABLE, failure(store.write(tables -> true)).health());
        assertThrows(StoreException.class, () -> store.read(tables -> true));
    }

    @Test
    void closeCommitsWhatIsQueuedAndLeavesNoWal() throws Exception {
        CompletableFuture<Long> last = store.write(Given::open);
        for (int i = 0; i < 500; i++) {
            last = store.write(Given::open);
        }

        store.close();

        assertEquals(501, number(last));
        assertFalse(Files.exists(home.resolve("data/agent.db-wal")));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
