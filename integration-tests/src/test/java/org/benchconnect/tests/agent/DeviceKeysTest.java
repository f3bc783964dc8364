package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that an agent makes at its first start. */
class DeviceKeysTest {
    private static final List<String> FILES = List.of("device.key", "device.pub", "rsa.sealed", "signing.sealed");
    private static final Duration MAKING = Duration.ofMinutes(5);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 6);

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesThemTheNextKeepsThemAndAPinIsSeen() throws Exception {
        Path home = folder.resolve("home");
        Path installation = copy(AgentProcess.INSTALLATION, folder.resolve("installation"));
        unprotected(home);
        try (AgentProcess agent = AgentProcess.start(installation, home)) {
            Await.until(
                    "keys are there",
                    MAKING,
                    () -> says(agent, "Nobody has pinned them in the installation folder yet"));
            assertTrue(says(agent, "not protected"));
        }
        String key = Files.readString(home.resolve("identity/device.pub"));
        assertEquals(FILES, names(home.resolve("identity")));

        try (AgentProcess agent = AgentProcess.start(installation, home)) {
            Await.until(
                    "keys are open",
                    MAKING,
                    () -> says(agent, "Nobody has pinned them in the installation folder yet"));
            Files.copy(home.resolve("identity/device.pub"), installation.resolve("device.pub"));
            assertTrue(says(agent, "They are pinned"));
        }
        assertEquals(key, Files.readString(home.resolve("identity/device.pub")));
    }

    @Test
    void brokenKeysStayAndTheAgentStillRuns() throws Exception {
        Path home = folder.resolve("home");
        Files.writeString(Files.createDirectories(home.resolve("identity")).resolve("device.key"), "torn");
        unprotected(home);

        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until("broken keys are said", MAKING, () -> says(agent, "cannot be used"));
        }

        assertEquals("torn", Files.readString(home.resolve("identity/device.key")));
        assertEquals(List.of("device.key"), names(home.resolve("identity")));
    }

    @Test
    void killedAtAnyMomentOfTheFirstStartThereAreNoKeysOrWholeOnes() throws Exception {
        Random moments = new Random(20_260_101);
        for (int round = 0; round < ROUNDS; round++) {
            Path home = folder.resolve("home" + round);
            unprotected(home);
            AgentProcess agent = AgentProcess.start(home);
            agent.process().waitFor(moments.nextInt(2500), TimeUnit.MILLISECONDS);
            agent.kill();
            List<String> left = names(home.resolve("identity"));
            assertTrue(left.isEmpty() || left.equals(FILES), left::toString);
        }

        try (AgentProcess agent = AgentProcess.start(folder.resolve("home0"))) {
            Await.until(
                    "keys are there",
                    MAKING,
                    () -> says(agent, "Nobody has pinned them in the installation folder yet"));
        }
    }

    private static void unprotected(Path home) throws IOException {
        AgentProcess.configure(home, Map.of("keys", Map.of("protector", "file")));
    }

    private static boolean says(AgentProcess agent, String words) throws Exception {
        for (JsonElement part : agent.get("/api/v1/status?lang=en").getAsJsonArray("parts")) {
            if (part.getAsJsonObject().get("text").getAsString().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of(); // between the removal of the empty folder and the renaming of the full one
        }
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
