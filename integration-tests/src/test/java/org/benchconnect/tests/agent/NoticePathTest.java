package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.Quickest;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of the instrument to a notice, through a real agent. */
class NoticePathTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private InstrumentFolder instrument;
    private Path home;

    @BeforeEach
    void aHomeThatWatchesAFolder() throws Exception {
        instrument = new InstrumentFolder(folder.resolve("instrument"));
        home = folder.resolve("home");
        PreparedIdentity.into(home);
        AgentProcess.configure(
                home,
                Map.of("adapter.navios", Map.of("folder", instrument.path().toString())));
    }

    @Test
    void aLaserFaultIsANoticeWithinTwoSecondsOfItsFileAndClearsWithTheNextHealthyRun() throws Exception {
        try (AgentProcess agent = AgentProcess.start(AgentProcess.INSTALLATION, home)) {
            instrument.write(InstrumentFolder.healthy());
            Await.until("the healthy run is read", PATIENCE, () -> agent.get("/api/v1/status")
                    .toString()
                    .contains("Navios"));

            Quickest.within(Duration.ofSeconds(2), () -> toldAndCleared(agent));

            assertEquals(1, laserNotices(agent, "history").size());
        }
    }

    /** How long it took until the fault was told. */
    private Duration toldAndCleared(AgentProcess agent) throws Exception {
        instrument.write(InstrumentFolder.weakRedLaser());
        long written = System.nanoTime();
        Await.until(
                "the fault is told",
                PATIENCE,
                () -> laserNotices(agent, "active").size() == 1);
        Duration took = Duration.ofNanos(System.nanoTime() - written);

        JsonObject notice = laserNotices(agent, "active").get(0);
        assertEquals("FAULT", notice.get("severity").getAsString());
        assertEquals("RED", notice.getAsJsonObject("facts").get("laser").getAsString());

        instrument.write(InstrumentFolder.healthy());
        Await.until("it clears", PATIENCE, () -> laserNotices(agent, "active").isEmpty());
        return took;
    }

    @Test
    void anAcknowledgedNoticeIsStillAcknowledgedAfterAKill() throws Exception {
        AgentProcess agent = AgentProcess.start(home);
        instrument.write(InstrumentFolder.weakRedLaser());
        Await.until(
                "the fault is told",
                PATIENCE,
                () -> laserNotices(agent, "active").size() == 1);

        agent.post("/api/v1/notices/"
                + laserNotices(agent, "active").get(0).get("id").getAsString() + "/acknowledge");
        agent.kill();

        try (AgentProcess again = AgentProcess.start(home)) {
            assertEquals(
                    "ACKNOWLEDGED",
                    laserNotices(again, "active").get(0).get("state").getAsString());
        }
    }

    @Test
    void filesWrittenWhileNoAgentRanAreReadOnceAtTheNextStart() throws Exception {
        AgentProcess.start(home).close();
        for (int i = 0; i < 3; i++) {
            instrument.write(InstrumentFolder.weakRedLaser());
        }

        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("all three are read", PATIENCE, () -> count(laserNotices(agent, "active")) == 3);
        }
        try (AgentProcess agent = AgentProcess.start(home)) {
            instrument.write(InstrumentFolder.weakRedLaser());
            Await.until("only the new one is read", PATIENCE, () -> count(laserNotices(agent, "active")) == 4);
        }
    }

    @Test
    void aFolderThatComesAfterTheAgentIsWatchedWhenItComes() throws Exception {
        Files.delete(instrument.path());
        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("the missing folder is told", PATIENCE, () -> agent.notices("active").stream()
                    .anyMatch(notice -> notice.toString().contains("FOLDER_GONE")));

            Files.createDirectories(instrument.path());
            instrument.write(InstrumentFolder.weakRedLaser());

            Await.until(
                    "its file is read",
                    PATIENCE,
                    () -> laserNotices(agent, "active").size() == 1);
            Await.until("the folder's notice clears", PATIENCE, () -> agent.notices("active").stream()
                    .noneMatch(notice -> notice.toString().contains("FOLDER_GONE")));
        }
    }

    @Test
    void aSettingsFileWithAnErrorIsToldAndTheAgentStaysUp() throws Exception {
        Files.writeString(home.resolve("config/agent.json"), "{\n \"adapter.navios\": {\"folder\": 5,}\n");
        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("the error is told", PATIENCE, () -> agent.notices("active").stream()
                    .anyMatch(notice -> notice.get("kind").getAsString().equals("CONFIGURATION")));
            assertTrue(agent.process().isAlive());
        }
    }

    static List<JsonObject> laserNotices(AgentProcess agent, String state) throws Exception {
        return agent.notices(state).stream()
                .filter(notice -> notice.getAsJsonObject("facts").has("laser")
                        && notice.get("severity").getAsString().equals("FAULT"))
                .toList();
    }

    private static long count(List<JsonObject> notices) {
        return notices.isEmpty() ? 0 : notices.get(0).get("count").getAsLong();
    }
}
