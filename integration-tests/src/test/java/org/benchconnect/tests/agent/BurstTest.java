package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files at once. */
class BurstTest {
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 1);
    private static final int BURST = 500;

    @TempDir
    Path folder;

    @Test
    void fiveHundredFilesAtOnceAreAllReadAndMakeOneNotice() throws Exception {
        InstrumentFolder instrument = new InstrumentFolder(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        PreparedIdentity.into(home);
        AgentProcess.configure(
                home,
                Map.of("adapter.navios", Map.of("folder", instrument.path().toString())));
        try (AgentProcess agent = AgentProcess.start(home)) {
            for (int round = 1; round <= ROUNDS; round++) {
                for (int file = 0; file < BURST; file++) {
                    instrument.write(InstrumentFolder.weakRedLaser());
                }
                long expected = (long) round * BURST;
                Await.until("all are read", Duration.ofMinutes(2), () -> counted(agent) == expected);
            }
            assertEquals(1, NoticePathTest.laserNotices(agent, "active").size());
        }
    }

    private static long counted(AgentProcess agent) throws Exception {
        return NoticePathTest.laserNotices(agent, "active").stream()
                .mapToLong(notice -> notice.get("count").getAsLong())
                .sum();
    }
}
