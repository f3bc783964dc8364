package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people type it, against a real agent. */
class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void statusNoticesAndAcknowledgeWorkFromTheCommandLine() throws Exception {
        InstrumentFolder instrument = new InstrumentFolder(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        PreparedIdentity.into(home);
        AgentProcess.configure(
                home,
                Map.of("adapter.navios", Map.of("folder", instrument.path().toString())));
        try (AgentProcess agent = AgentProcess.start(home)) {
            instrument.write(InstrumentFolder.weakRedLaser());
            Await.until("the fault is told", Duration.ofMinutes(2), () -> !NoticePathTest.laserNotices(agent, "active")
                    .isEmpty());
            String id = NoticePathTest.laserNotices(agent, "active")
                    .get(0)
                    .get("id")
                    .getAsString();

            Said status = benchconnect("status", "--home", home.toString());
            Said json = benchconnect("status", "--json", "--home", home.toString());
            Said list = benchconnect("notices", "--home", home.toString());
            Said acknowledged = benchconnect("notices", "ack", id, "--home", home.toString());
            Said page = benchconnect("page", "--home", home.toString());

            assertEquals(0, status.code, status.err);
            assertTrue(status.out.contains("Navios"), status.out);
            assertTrue(JsonParser.parseString(json.out).getAsJsonObject().has("instruments"), json.out);
            assertTrue(list.out.contains("FAULT"), list.out);
            assertTrue(acknowledged.out.contains("acknowledged"), acknowledged.out);
            assertTrue(page.out.startsWith("http://127.0.0.1:") && page.out.contains("/#code="), page.out);
        }
    }

    @Test
    void withoutAnAgentTheReasonAndTheRemedyAreSaid() throws Exception {
        Said status = benchconnect("status", "--home", folder.toString());

        assertEquals(1, status.code);
        assertTrue(status.err.contains("no agent is running") && status.err.contains("benchconnect run"), status.err);
    }

    @Test
    void wrongWordsAreUsage() throws Exception {
        assertEquals(2, benchconnect("status", "--colour").code);
        assertEquals(2, benchconnect("frobnicate").code);
    }

    private record Said(int code, String out, String err) {}

    private static Said benchconnect(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(AgentProcess.INSTALLATION.resolve("benchconnect").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }
}
