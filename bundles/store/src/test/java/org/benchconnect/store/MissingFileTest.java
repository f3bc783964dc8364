package org.benchconnect.store;

import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.failure;
import static org.benchconnect.store.Given.number;
import static org.benchconnect.store.Given.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody deletes, renames or replaces the database: the store says so, and keeps what there is to keep. */
class MissingFileTest extends FilledStore {
    private static final Limits SELDOM = Given.QUICK.looking(Duration.ofHours(1));

    private Path identity() {
        return home.resolve("data/agent.id");
    }

    private void open(Limits limits) {
        store = Given.store(home, limits);
        store.bindStreams(stream -> true);
    }

    private void awaitSalvaged() throws InterruptedException {
        Given.await(() -> store.health() == StoreHealth.SALVAGED);
    }

    private void assertEverythingIsThereNowAndAfterRestart() throws Exception {
        assertEverythingIsThere();
        assertTrue(Files.exists(file()));
        store.close();
        open(Given.QUICK);
        assertEquals(StoreHealth.OK, store.health());
        assertEverythingIsThere();
        assertGoesOn();
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home.resolve("data"));
    }

    @Nested
    class WhileTheAgentRuns {
        @BeforeEach
        void onlyWhereOpenFilesCanGo() {
            assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows keeps open files");
            open(Given.QUICK);
        }

        @Test
        void deletedFileIsWrittenAgain() throws Exception {
            long epoch = store.bootEpoch();
            Files.delete(file());

            awaitSalvaged();

            assertTrue(store.bootEpoch() > epoch);
            assertEverythingIsThereNowAndAfterRestart();
            assertFalse(Files.exists(home.resolve("data/agent.db.damaged-1-wal")), "its WAL is not needed");
        }

        @Test
        void renamedFileIsWrittenAgainAndTheRenamedOneStays() throws Exception {
            Path renamed = home.resolve("data/agent.db.old");
            Files.move(file(), renamed);

            awaitSalvaged();

            assertEverythingIsThereNowAndAfterRestart();
            assertTrue(Files.exists(renamed));
        }

        @Test
        void deletedWalIsNoLoss() throws Exception {
            Files.delete(home.resolve("data/agent.db-wal"));

            awaitSalvaged();

            assertEverythingIsThereNowAndAfterRestart();
        }

        @Test
        void renamedFolderIsMadeAgain() throws Exception {
            Files.move(home.resolve("data"), home.resolve("elsewhere"));

            awaitSalvaged();

            assertTrue(Files.exists(identity()));
            assertEverythingIsThereNowAndAfterRestart();
        }

        @Test
        void fileOfSomebodyElseIsSetAside() throws Exception {
            Path theirs = Files.writeString(home.resolve("theirs"), "theirs");
            Files.move(theirs, file(), StandardCopyOption.ATOMIC_MOVE);

            awaitSalvaged();

            assertEquals("theirs", Files.readString(aside(1)));
            assertEverythingIsThereNowAndAfterRestart();
        }

        @Test
        void deletedIdentityIsWrittenAgain() throws Exception {
            String before = Files.readString(identity());
            Files.delete(identity());

            Given.await(() -> Files.exists(identity()));

            assertEquals(before, Files.readString(identity()));
            assertEquals(StoreHealth.OK, store.health());
        }
    }

    @Nested
    class BetweenTwoLooks {
        @BeforeEach
        void onlyWhereOpenFilesCanGo() throws Exception {
            assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows keeps open files");
            open(SELDOM);
            done(store.write(tables -> true));
        }

        @Test
        void nextChangeGoesIntoTheNewFile() throws Exception {
            Files.delete(file());

            long id = number(store.write(Given::open));

            assertTrue(Files.exists(file()));
            assertEquals(StoreHealth.SALVAGED, store.health());
            store.close();
            open(Given.QUICK);
            assertTrue(active(store).contains(id));
            assertEquals(NOTICES + 1, waiting(store));
        }

        @Test
        void whatCannotBeWrittenAgainIsUnavailableUntilItCan() throws Exception {
            Files.delete(file());
            Files.createDirectory(file());

            assertEquals(
                    StoreHealth.UNAVAILABLE, failure(store.write(Given::open)).health());

            assertEquals(StoreHealth.UNAVAILABLE, store.health());
            Files.delete(file());
            awaitSalvaged();
            assertEverythingIsThereNowAndAfterRestart();
        }

        @Test
        void fileIsWrittenAgainAtTheEnd() throws Exception {
            Files.delete(file());

            store.close();

            open(Given.QUICK);
            assertEverythingIsThere();
            assertGoesOn();
        }
    }

    @Nested
    class WhileTheAgentIsStopped {
        private long lastEpoch() {
            open(Given.QUICK);
            long epoch = store.bootEpoch();
            store.close();
            return epoch;
        }

        @Test
        void sameAgentGoesOnWithoutItsHistoryAndSaysSo() throws Exception {
            long epoch = lastEpoch();
            Files.delete(file());

            open(Given.QUICK);

            assertEquals(StoreHealth.SALVAGED, store.health());
            assertEquals(agent, store.agent());
            assertTrue(store.bootEpoch() > epoch);
            assertEquals(List.of(), active(store));
            assertTrue(number(store.write(Given::open)) > NOTICES, "no number is given twice");
            OutboxEntry entry =
                    store.read(tables -> tables.outbox().after(0, 1)).get(0);
            assertEquals(store.bootEpoch(), entry.bootEpoch());
        }

        @Test
        void olderCopyOfTheDatabaseGoesOnAboveTheLastEpoch() throws Exception {
            Path copy = Files.copy(file(), home.resolve("copy"));
            long epoch = lastEpoch();
            Files.delete(file());
            Files.move(copy, file());

            open(Given.QUICK);

            assertEverythingIsThere();
            assertEquals(epoch + 1, store.bootEpoch());
        }

        @Test
        void withoutItsIdentityBesideTheDatabaseTellsIt() throws Exception {
            Files.delete(identity());

            open(Given.QUICK);

            assertEquals(StoreHealth.OK, store.health());
            assertEverythingIsThere();
            assertTrue(Files.readString(identity()).contains(agent.toString()));
        }

        @Test
        void databaseOfAnotherAgentKeepsItsIdentity() throws Exception {
            Files.writeString(identity(), "agent 6f1c7c1e-5a3b-4c6d-8e9f-000102030405\nboot-epoch 500\n");

            open(Given.QUICK);

            assertEverythingIsThere();
            assertEquals(2, store.bootEpoch());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "agent", "agent 6f1c7c1e-5a3b-4c6d-8e9f-000102030405\nboot-epoch 5", "\0\u00ff"})
        void identityThatCannotBeReadMakesANewAgentThatSaysSo(String content) throws Exception {
            Files.delete(file());
            Files.writeString(identity(), content);

            open(Given.QUICK);

            assertEquals(StoreHealth.SALVAGED, store.health());
            assertNotEquals(agent, store.agent());
            assertTrue(store.bootEpoch() > 1_000_000, "later than any start that was counted");
        }

        @Test
        void emptyFolderIsAFirstStart() throws Exception {
            deleteFolder();

            open(Given.QUICK);

            assertEquals(StoreHealth.OK, store.health());
            assertNotEquals(agent, store.agent());
            assertEquals(1, store.bootEpoch());
        }
    }
}
