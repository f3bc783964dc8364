package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    static final int ROUNDS = 5;

    @TempDir
    Path home;

    @Test
    @Timeout(120)
    void everyAcknowledgedRowSurvivesKillsAtRandomMoments() throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        Random random = new Random();
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(writeAndKill(1 + random.nextInt(2000)));

            SqliteStore store = Given.store(home);

            assertEquals(StoreHealth.OK, store.health());
            assertEquals(2 * round, store.bootEpoch());
            assertTrue(new HashSet<>(Given.active(store)).containsAll(acknowledged));
            List<OutboxEntry> entries = store.read(tables -> tables.outbox().after(0, 1_000_000));
            assertEquals(Given.active(store).size(), entries.size());
            for (int i = 0; i < entries.size(); i++) {
                assertEquals(i + 1, entries.get(i).sequence());
            }
            store.close();
        }
    }

    /** Kills the process when it has acknowledged so many rows. All that it acknowledged, those it printed last too. */
    private List<Long> writeAndKill(int afterRows) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgedWriter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            while (acknowledged.size() < afterRows) {
                String line = lines.readLine();
                assertNotNull(line, "the process ended by itself");
                acknowledged.add(Long.parseLong(line.substring("ok ".length())));
            }
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        return acknowledged;
    }
}
