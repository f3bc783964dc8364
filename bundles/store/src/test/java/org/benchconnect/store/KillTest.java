package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process, killed by the operating system or refused by its disk. */
class KillTest {
    static final int ROUNDS = 5;

    @TempDir
    Path home;

    @Test
    @Timeout(300)
    void everyAcknowledgedRowSurvivesKillsAtRandomMoments() throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        Random random = new Random();
        for (int round = 1; round <= ROUNDS; round++) {
            int rows = 1 + random.nextInt(2000);
            try (WriterProcess writer = WriterProcess.start(null, home, true)) {
                for (int i = 0; i < rows; i++) {
                    acknowledged.add(WriterProcess.id(writer.line()));
                }
            }

            assertAllThere(acknowledged, 2 * round);
        }
    }

    @Test
    @Timeout(180)
    void rowsBeforeAnInputOutputErrorSurviveAndTheProcessToo() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to limit the size of files");
        List<Long> acknowledged = new ArrayList<>();
        try (WriterProcess writer = WriterProcess.start("ulimit -f 6000", home, true)) {
            String line = writer.line();
            for (; line.startsWith("ok "); line = writer.line()) {
                acknowledged.add(WriterProcess.id(line));
            }
            for (int i = 0; i < 1000; i++) {
                assertEquals("UNAVAILABLE", line);
                line = writer.line();
            }
        }

        assertTrue(acknowledged.size() > 10);
        assertAllThere(acknowledged, 0);
    }

    private void assertAllThere(List<Long> acknowledged, long bootEpoch) {
        SqliteStore store = Given.store(home);
        assertEquals(StoreHealth.OK, store.health());
        if (bootEpoch > 0) {
            assertEquals(bootEpoch, store.bootEpoch());
        }
        assertTrue(new HashSet<>(Given.active(store)).containsAll(acknowledged));
        List<OutboxEntry> entries = store.read(tables -> tables.outbox().after(0, 1_000_000));
        assertEquals(Given.active(store).size(), entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(i + 1, entries.get(i).sequence());
        }
        store.close();
    }
}
