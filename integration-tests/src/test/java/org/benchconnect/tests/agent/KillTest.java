package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments while files keep arriving: no file is missed, none is read twice. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 6);
    private static final int FILES_EACH_ROUND = 25;

    @TempDir
    Path folder;

    @Test
    void everyFileCountsExactlyOnceAcrossKills() throws Exception {
        InstrumentFolder instrument = new InstrumentFolder(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        PreparedIdentity.into(home);
        AgentProcess.configure(
                home,
                Map.of("adapter.navios", Map.of("folder", instrument.path().toString())));
        AgentProcess.start(home).close();
        Random moments = new Random(20_260_101);

        for (int round = 0; round < ROUNDS; round++) {
            AgentProcess agent = AgentProcess.start(home);
            for (int file = 0; file < FILES_EACH_ROUND; file++) {
                instrument.write(InstrumentFolder.weakRedLaser());
            }
            pause(moments.nextInt(1500));
            agent.kill();
        }

        int written = ROUNDS * FILES_EACH_ROUND;
        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("every file is read", Duration.ofMinutes(2), () -> counted(agent) >= written);
            instrument.write(InstrumentFolder.weakRedLaser());
            Await.until("one more is read", Duration.ofMinutes(2), () -> counted(agent) > written);
            assertEquals(written + 1, counted(agent), "a file was read twice");
            assertEquals(1, NoticePathTest.laserNotices(agent, "active").size());
        }
    }

    private static long counted(AgentProcess agent) throws Exception {
        return NoticePathTest.laserNotices(agent, "active").stream()
                .mapToLong(notice -> notice.get("count").getAsLong())
                .sum();
    }

    /** The random moment is the input of this test, not a wait for something. */
    private static void pause(int millis) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        assertFalse(never);
    }
}
