package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.number;
import static org.benchconnect.store.Given.waiting;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged file is set aside, what can be read is carried over, and the agent goes on. */
class DamageTest {
    static final int PAGE = 4096;
    static final int NOTICES = 300;
    static final Memory MEMORY = Memory.decode("LASER=1.0,2.5");

    @TempDir
    Path home;

    SqliteStore store;
    UUID agent;
    FileMark mark;

    @BeforeEach
    void fill() throws Exception {
        store = Given.sending(home);
        agent = store.agent();
        mark = store.mark("a.lmd", 5, NOON);
        done(store.write(tables -> {
            tables.positions().markRead("navios", mark, NOON);
            tables.positions().remember("navios", MEMORY);
            tables.positions().firstLook("navios", NOON);
            return true;
        }));
        for (int i = 0; i < NOTICES; i++) {
            store.write(Given::open);
        }
        done(store.write(tables -> true));
        store.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    Path file() {
        return home.resolve("data/agent.db");
    }

    Path aside(int n) {
        return home.resolve("data/agent.db.damaged-" + n);
    }

    void overwrite(long offset, int length) throws IOException {
        byte[] garbage = new byte[length];
        new Random(offset).nextBytes(garbage);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), offset);
        }
    }

    void spoilAllButTheFirstPage() {
        try {
            for (long page = 1; page < Files.size(file()) / PAGE; page++) {
                overwrite(page * PAGE, PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    void assertEverythingIsThere() {
        assertEquals(agent, store.agent());
        assertTrue(store.bootEpoch() > 1);
        assertEquals(NOTICES, active(store).size());
        assertEquals(NOTICES, waiting(store));
        assertEquals(Set.of(mark), store.read(tables -> tables.positions().read("navios")));
        assertEquals(MEMORY, store.read(tables -> tables.positions().memory("navios")));
        assertEquals(mark, store.mark("a.lmd", 5, NOON));
    }

    /** That the store goes on where it was: new numbers, new sequence. */
    void assertGoesOn() throws Exception {
        List<Long> before = active(store);
        long last = before.isEmpty() ? 0 : before.get(before.size() - 1);
        assertTrue(number(store.write(Given::open)) > last);
        List<OutboxEntry> entries = store.read(tables -> tables.outbox().after(0, 1000));
        assertEquals(
                entries.size(),
                entries.stream().map(OutboxEntry::sequence).distinct().count());
        assertEquals(store.bootEpoch(), entries.get(entries.size() - 1).bootEpoch());
    }

    @Test
    void garbageInTheHeaderLosesNothing() throws Exception {
        overwrite(0, 100);
        byte[] damaged = Files.readAllBytes(file());

        store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        assertEverythingIsThere();
        assertGoesOn();
        assertArrayEquals(damaged, Files.readAllBytes(aside(1)));
    }

    @Test
    void garbageOnTheWholeFirstPageLosesNothing() throws Exception {
        overwrite(0, PAGE);

        store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        assertEverythingIsThere();
        assertGoesOn();
    }

    @Test
    void garbageOnAnyOnePageLosesThatPageAtMost() throws Exception {
        byte[] whole = Files.readAllBytes(file());
        for (int page = 1; page < whole.length / PAGE; page++) {
            Files.write(file(), whole);
            overwrite((long) page * PAGE, PAGE);

            store = Given.sending(home);

            String where = "page " + page;
            assertEquals(StoreHealth.SALVAGED, store.health(), where);
            assertEquals(agent, store.agent(), where);
            assertTrue(store.bootEpoch() > 1, where);
            // A whole table is lost where the damaged page is its root; one of the two then still is whole.
            assertTrue(active(store).size() == NOTICES || waiting(store) == NOTICES, where);
            assertTrue(active(store).size() + waiting(store) >= NOTICES, where);
            assertGoesOn();
            store.close();
            Files.delete(aside(1));
        }
    }

    @Test
    void afterManyDamagesAPersonMustLook() throws Exception {
        for (int n = 1; n <= DatabaseFiles.MAX_DAMAGED; n++) {
            Files.createFile(aside(n));
        }
        overwrite(0, 100);
        byte[] damaged = Files.readAllBytes(file());

        store = Given.sending(home);

        assertEquals(StoreHealth.UNAVAILABLE, store.health());
        assertArrayEquals(damaged, Files.readAllBytes(file()));
    }

    @Test
    void healthIsOkAtTheNextStart() throws Exception {
        overwrite(0, 100);
        Given.sending(home).close();

        store = Given.sending(home);

        assertEquals(StoreHealth.OK, store.health());
        assertEverythingIsThere();
    }

    @Test
    void damagedFilesAreNeverOverwritten() throws Exception {
        overwrite(0, 100);
        Given.sending(home).close();
        byte[] first = Files.readAllBytes(aside(1));
        overwrite(0, 200);

        store = Given.sending(home);

        assertEverythingIsThere();
        assertArrayEquals(first, Files.readAllBytes(aside(1)));
        assertTrue(Files.exists(aside(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 5000, 3 * PAGE, 10 * PAGE + 17})
    void truncatedFileIsSalvaged(int length) throws Exception {
        truncate(length);

        store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        if (length >= 3 * PAGE) {
            assertEquals(agent, store.agent());
        }
        assertGoesOn();
        assertEquals(length, Files.size(aside(1)));
    }

    @Test
    void lastPageThatIsCutOffLosesLittle() throws Exception {
        truncate(Files.size(file()) - PAGE);

        store = Given.sending(home);

        assertEquals(agent, store.agent());
        assertTrue(active(store).size() + waiting(store) > NOTICES);
        assertGoesOn();
    }

    @Test
    void damageWithUnfinishedWalCarriesTheWalOver() throws Exception {
        Path killed = Files.createDirectories(home.resolve("killed/data"));
        store = Given.sending(home);
        done(store.write(Given::open));
        for (String name : new String[] {"agent.db", "agent.db-wal"}) {
            Files.copy(home.resolve("data/" + name), killed.resolve(name));
        }
        store.close();
        home = home.resolve("killed");
        overwrite(0, 100);
        byte[] wal = Files.readAllBytes(home.resolve("data/agent.db-wal"));

        store = Given.sending(home);

        assertEquals(NOTICES + 1, active(store).size());
        assertEquals(agent, store.agent());
        assertArrayEquals(wal, Files.readAllBytes(home.resolve("data/agent.db.damaged-1-wal")));
        assertGoesOn();
    }

    @Test
    void missingTableCountsAsDamage() throws Exception {
        try (Statements sql = Given.sql(home)) {
            sql.update("DROP TABLE position");
        }

        store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        assertEquals(agent, store.agent());
        assertEquals(NOTICES, active(store).size());
    }

    @Test
    void damageFoundWhileReadingIsSalvagedAtRunTime() throws Exception {
        store = Given.sending(home);
        long epoch = store.bootEpoch();
        spoilAllButTheFirstPage();

        Given.await(() -> {
            try {
                return active(store).size() >= 0 && store.health() == StoreHealth.SALVAGED;
            } catch (StoreException e) {
                return false;
            }
        });

        assertEquals(agent, store.agent());
        assertTrue(store.bootEpoch() > epoch);
        assertEquals(mark, store.mark("a.lmd", 5, NOON));
        assertGoesOn();
        assertTrue(Files.exists(aside(1)));
        assertTrue(Files.size(home.resolve("data/agent.db.damaged-1-wal")) > 0, "its WAL is kept as it was");
    }

    @Test
    void damageFoundWhileWritingFailsTheChangeAndIsSalvaged() throws Exception {
        store = Given.sending(home);

        // On the writer's own thread, so that nothing else of it meets the damage first.
        StoreException failure = Given.failure(store.write(tables -> {
            spoilAllButTheFirstPage();
            return tables.notices().active();
        }));

        assertEquals(StoreHealth.UNAVAILABLE, failure.health());
        Given.await(() -> store.health() == StoreHealth.SALVAGED);
        assertEquals(agent, store.agent());
        assertGoesOn();
    }

    @Test
    void killBetweenTheRenamesIsFinishedAtTheNextStart() throws Exception {
        // Where a salvage is killed after it moved the damaged file away: only the new one is there, under its first
        // name.
        Files.move(file(), aside(1));
        Files.copy(aside(1), home.resolve("data/agent.db.new"));
        Files.write(home.resolve("data/agent.db-wal"), new byte[] {1, 2, 3});

        store = Given.sending(home);

        assertEverythingIsThere();
        assertEquals(StoreHealth.OK, store.health());
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(home.resolve("data/agent.db.damaged-1-wal")));
    }

    @Test
    void killWhileTheNewDatabaseIsMadeLeavesNothingBehind() throws Exception {
        Files.write(home.resolve("data/agent.db.new"), new byte[] {1, 2, 3});

        store = Given.sending(home);

        assertEverythingIsThere();
        assertFalse(Files.exists(home.resolve("data/agent.db.new")));
    }
}
