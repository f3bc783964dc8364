package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;

/** Damage that is found while the file is in use, and salvages that are interrupted. */
class RunTimeDamageTest extends FilledStore {
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
