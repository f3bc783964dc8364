package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.benchconnect.tests.Interrupts;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an agent starts, refuses to start, and ends. */
class AgentLifeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void keysAreNotWhatThisIsAbout() throws Exception {
        PreparedIdentity.into(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalEndsItCleanly(String signal) throws Exception {
        assumeFalse(
                signal.equals("INT") && Interrupts.ignored(),
                "the tests run where interrupts of the keyboard are ignored");
        Path home = folder.resolve("home");
        AgentProcess agent = AgentProcess.start(home);

        new ProcessBuilder("kill", "-" + signal, String.valueOf(agent.process().pid()))
                .start()
                .waitFor();

        assertTrue(agent.process().waitFor(2, TimeUnit.MINUTES));
        assertFalse(Files.exists(home.resolve("run/api")), "the API's address is taken away");
        assertFalse(Files.exists(home.resolve("data/agent.db-wal")), "the database was closed");
    }

    @Test
    void aSecondAgentOfTheSameHomeFolderIsRefused() throws Exception {
        Path home = folder.resolve("home");
        try (AgentProcess agent = AgentProcess.start(home)) {
            Process second = AgentProcess.launch(AgentProcess.INSTALLATION, home, Map.of());

            assertTrue(second.waitFor(2, TimeUnit.MINUTES));
            assertEquals(1, second.exitValue());
            assertTrue(agent.errors().contains("another agent is running with the home folder"), agent.errors());
            assertEquals(
                    "1",
                    agent.get("/api/v1/status")
                            .getAsJsonObject("agent")
                            .get("generation")
                            .getAsString());
        }
    }

    @Test
    void theLedgerHasEachBeginAndEndOfTheAgent() throws Exception {
        Path home = folder.resolve("home");
        AgentProcess.start(home).close();
        AgentProcess.start(home).close();

        String ledger = Files.readString(home.resolve("ledger/entries"), StandardCharsets.ISO_8859_1);

        assertEquals(3, ledger.split("AGENT_STARTED", -1).length);
        assertEquals(3, ledger.split("AGENT_ENDED", -1).length);
    }

    @Test
    void afterAKillItStartsAgainWithoutAnybodyCleaningUp() throws Exception {
        Path home = folder.resolve("home");
        AgentProcess first = AgentProcess.start(home);
        first.kill();

        try (AgentProcess again = AgentProcess.start(home)) {
            assertTrue(again.get("/api/v1/status").has("instruments"));
        }
    }

    @Test
    void aModuleWithOneChangedByteIsRefusedBeforeAnythingStarts() throws Exception {
        Path home = folder.resolve("home");
        AgentProcess.start(home).close();
        Path module = anyModule(home);
        byte[] bytes = Files.readAllBytes(module);
        bytes[bytes.length / 2] ^= 1;
        Files.write(module, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        Process refused = AgentProcess.launch(AgentProcess.INSTALLATION, home, Map.of());

        assertTrue(refused.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, refused.exitValue());
        assertTrue(Files.readString(home.resolve("err.txt")).contains("are not those that were installed"));
        assertFalse(Files.exists(home.resolve("run/api")));
    }

    @Test
    void afterTheEvidenceIsMovedAwayTheModuleIsTakenFromTheInstallationAgain() throws Exception {
        Path home = folder.resolve("home");
        AgentProcess.start(home).close();
        Files.move(anyModule(home), folder.resolve("evidence.jar"));

        try (AgentProcess agent = AgentProcess.start(home)) {
            assertTrue(agent.process().isAlive());
        }
    }

    @Test
    void javaOptionsOtherThanTheInstalledOnesAreRefused() throws Exception {
        Path installation = folder.resolve("installation");
        copy(AgentProcess.INSTALLATION, installation);
        Path script = installation.resolve("benchconnect");
        Files.writeString(script, Files.readString(script).replace("(java @", "(java -Xmx1g @"));

        Process refused = AgentProcess.launch(installation, folder.resolve("home"), Map.of());

        assertTrue(refused.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, refused.exitValue());
        assertTrue(Files.readString(folder.resolve("home/err.txt")).contains("not allowed: -Xmx1g"));
    }

    @Test
    void itListensOnLoopbackOnly() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "reads /proc/net/tcp");
        try (AgentProcess agent = AgentProcess.start(folder.resolve("home"))) {
            List<String> listeners = listeners(agent.process().pid());

            assertEquals(1, listeners.size(), listeners::toString);
            assertTrue(
                    listeners.get(0).startsWith("0100007F:") // 127.0.0.1
                            || listeners.get(0).startsWith("0000000000000000FFFF00000100007F:"),
                    listeners::toString);
        }
    }

    @Test
    void theListOfTheRunningGenerationCanBeCheckedWithCoreutils() throws Exception {
        Path home = folder.resolve("home");
        AgentProcess.start(home).close();

        Process check = new ProcessBuilder("sha256sum", "--quiet", "--strict", "-c", "generations/1/SHA256SUMS")
                .directory(home.toFile())
                .start();

        assertEquals(0, check.waitFor());
    }

    private static List<String> listeners(long pid) throws IOException {
        List<String> sockets;
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            sockets = descriptors
                    .map(AgentLifeTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1))
                    .toList();
        }
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && sockets.contains(columns[9]))
                .filter(columns -> columns[3].equals("0A") || columns[3].equals("07"))
                .map(columns -> columns[1])
                .toList();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream().skip(1) : Stream.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Path anyModule(Path home) throws IOException {
        try (Stream<Path> modules = Files.list(home.resolve("modules"))) {
            return modules.min(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
