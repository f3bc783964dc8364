package org.benchconnect.store;

import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.waiting;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged file is set aside, what can be read is carried over, and the agent goes on. */
class DamageTest extends FilledStore {
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
    void whatLeftWhatWasTakenAndWhatWasGivenUpIsCarriedOver() throws Exception {
        Instant now = Clock.systemUTC().instant(); // what is long over goes by itself
        store = Given.sending(home);
        store.bindBounds(new OutboxBounds(NOTICES, 1_000_000));
        done(store.write(tables -> {
            tables.outbox().sent(1, "{}", now);
            ReleaseReport normal = new ReleaseReport(null, null, ReleaseReport.Outcome.REFUSED);
            tables.outbox().append(normal, Given.NOON);
            tables.outbox().append(normal, Given.NOON);
            return tables.commands().take("abcdefghijklmnop", now);
        }));
        store.close();
        overwrite(0, 100);

        store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        long givenUp = store.read(tables -> tables.outbox().givenUp());
        assertEquals(1, givenUp);
        assertEquals(1, store.read(tables -> tables.outbox().departures(10)).size());
        assertTrue(!Given.yes(store.write(tables -> tables.commands().take("abcdefghijklmnop", now))));
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
}
