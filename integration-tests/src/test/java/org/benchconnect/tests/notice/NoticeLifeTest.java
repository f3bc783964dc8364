package org.benchconnect.tests.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.agent.InstrumentFolder;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings of the notices do in a real agent. */
class NoticeLifeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private InstrumentFolder instrument;
    private Path home;

    @BeforeEach
    void aHome() throws Exception {
        instrument = new InstrumentFolder(folder.resolve("instrument"));
        home = folder.resolve("home");
        PreparedIdentity.into(home);
    }

    private void configure(Map<String, ?> notifications) throws Exception {
        AgentProcess.configure(
                home,
                Map.of(
                        "adapter.navios",
                        Map.of("folder", instrument.path().toString()),
                        "notifications",
                        notifications));
    }

    private static List<JsonObject> faults(AgentProcess agent, String state) throws Exception {
        return agent.notices(state).stream()
                .filter(notice -> notice.get("severity").getAsString().equals("FAULT"))
                .toList();
    }

    private static List<JsonObject> badSettings(AgentProcess agent) throws Exception {
        return agent.notices("active").stream()
                .filter(notice -> notice.getAsJsonObject("facts").has("setting"))
                .toList();
    }

    private void faultThenWellThenFault(AgentProcess agent) throws Exception {
        instrument.write(InstrumentFolder.weakRedLaser());
        Await.until("the fault is told", PATIENCE, () -> faults(agent, "active").size() == 1);
        instrument.write(InstrumentFolder.healthy());
        Await.until("it clears", PATIENCE, () -> faults(agent, "active").isEmpty());
        instrument.write(InstrumentFolder.weakRedLaser());
        Await.until("it is told again", PATIENCE, () -> faults(agent, "active").size() == 1);
    }

    @Test
    void aFaultThatComesBackWithinMinutesIsTheSameNoticeAlsoAfterAKill() throws Exception {
        configure(Map.of());
        AgentProcess agent = AgentProcess.start(home);
        faultThenWellThenFault(agent);
        JsonObject before = faults(agent, "active").get(0);
        instrument.write(InstrumentFolder.healthy());
        Await.until("it clears", PATIENCE, () -> faults(agent, "active").isEmpty());
        agent.kill();

        try (AgentProcess again = AgentProcess.start(home)) {
            instrument.write(InstrumentFolder.weakRedLaser());
            Await.until(
                    "it is told again", PATIENCE, () -> faults(again, "active").size() == 1);

            JsonObject after = faults(again, "active").get(0);
            assertEquals(before.get("id"), after.get("id"));
            assertEquals(2, before.get("count").getAsLong());
            assertEquals(3, after.get("count").getAsLong());
            assertEquals(List.of(), faults(again, "history"));
        }
    }

    @Test
    void withoutDampingItIsAnotherNotice() throws Exception {
        configure(Map.of("flap-minutes", 0));
        try (AgentProcess agent = AgentProcess.start(home)) {
            faultThenWellThenFault(agent);

            assertEquals(1, faults(agent, "history").size());
        }
    }

    @Test
    void aSettingWithoutItsFormIsToldUntilItIsPutRight() throws Exception {
        configure(Map.of("quiet-hours", "at night"));
        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("it is told", PATIENCE, () -> badSettings(agent).size() == 1);

            configure(Map.of("quiet-hours", "20:00-06:30"));

            Await.until("it clears", PATIENCE, () -> areRight(agent));
        }
    }

    /** New settings make a new client: for a moment there is none to ask. */
    private static boolean areRight(AgentProcess agent) throws Exception {
        try {
            return badSettings(agent).isEmpty();
        } catch (IOException notNow) {
            return false;
        }
    }
}
