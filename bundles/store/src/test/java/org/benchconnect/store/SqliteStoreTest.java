package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.notice;
import static org.benchconnect.store.Given.report;
import static org.benchconnect.store.Given.waiting;
import static org.benchconnect.store.Given.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
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
    void itIsWellWhileItsDatabaseCanBeRead() {
        assertTrue(store.isWell());
    }

    @Nested
    class Identity {
        @Test
        void agentStaysAndBootEpochRisesFromOne() {
            UUID agent = store.agent();
            assertEquals(1, store.bootEpoch());

            restart();

            assertEquals(agent, store.agent());
            assertEquals(2, store.bootEpoch());
        }

        @Test
        void markHidesTheNameAndIsTheSameAfterRestart() {
            FileMark mark = store.mark("Doe^John.lmd", 7, NOON);

            restart();

            assertEquals(mark, store.mark("Doe^John.lmd", 7, NOON));
            assertNotEquals(mark, store.mark("Doe^Jane.lmd", 7, NOON));
            assertEquals(NOON.toEpochMilli(), mark.modified());
        }

        @Test
        void marksOfTwoAgentsDiffer(@TempDir Path other) {
            SqliteStore second = Given.store(other);

            assertNotEquals(store.mark("a", 1, NOON), second.mark("a", 1, NOON));

            second.close();
        }
    }

    @Nested
    class Reading {
        @Test
        void queryCannotWrite() {
            assertThrows(StoreException.class, () -> store.read(Given::open));
            assertEquals(0, active(store).size());
            assertEquals(StoreHealth.OK, store.health());
        }

        @Test
        void exceptionOfAQueryComesThrough() {
            IllegalStateException mine = new IllegalStateException();

            assertSame(
                    mine,
                    assertThrows(
                            IllegalStateException.class,
                            () -> store.read(tables -> {
                                throw mine;
                            })));
            assertEquals(0, waiting(store));
        }

        @Test
        void queryMayReadAgainInside() {
            long found = store.read(outer -> waiting(store));

            assertEquals(0, found);
        }

        @Test
        void historyIsNewestFirst() throws Exception {
            done(store.write(tables -> {
                for (int i = 1; i <= 3; i++) {
                    tables.notices().put(notice(i, State.CLEARED, NOON.plusSeconds(i)));
                }
                return true;
            }));

            List<Long> ids = store.read(tables -> tables.notices().cleared(2)).stream()
                    .map(Notification::id)
                    .toList();

            assertEquals(List.of(3L, 2L), ids);
        }
    }

    @Nested
    class Streaming {
        @Test
        void withoutTheServiceNothingIsKept() throws Exception {
            store.close();
            store = Given.store(home);

            assertFalse(yes(store.write(tables -> tables.outbox().append(report(1), NOON))));
            assertEquals(0, waiting(store));
        }

        @Test
        void serviceThatWentSwitchesAllOff() throws Exception {
            Streams on = stream -> true;
            store.bindStreams(on);
            assertTrue(yes(store.write(tables -> tables.outbox().append(report(1), NOON))));

            store.unbindStreams(on);

            assertFalse(yes(store.write(tables -> tables.outbox().append(report(1), NOON))));
        }

        @Test
        void streamThatIsOffKeepsNothing() throws Exception {
            store.bindStreams(stream -> false);

            assertFalse(yes(store.write(tables -> tables.outbox().append(report(1), NOON))));
        }

        @Test
        void serviceThatThrowsCountsAsOff() throws Exception {
            store.bindStreams(stream -> {
                throw new IllegalStateException();
            });

            assertFalse(yes(store.write(tables -> tables.outbox().append(report(1), NOON))));
        }

        @Test
        void removedEntryIsNeverNumberedAgain() throws Exception {
            done(store.write(Given::open));
            done(store.write(tables -> {
                tables.outbox().remove(1);
                return true;
            }));
            restart();

            done(store.write(Given::open));

            OutboxEntry entry =
                    store.read(tables -> tables.outbox().after(0, 10)).get(0);
            assertEquals(2, entry.sequence());
            assertEquals(2, entry.bootEpoch());
        }
    }
}
