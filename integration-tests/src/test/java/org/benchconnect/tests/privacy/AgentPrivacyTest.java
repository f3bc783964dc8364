package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.broker.RecordingBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a whole agent writes, says and sends: logs, database, API, messages, and no patient in any of it. */
class AgentPrivacyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A role, which the status names in its sentences; the operator of a sample has the same name. */
    private static final String OWN_WORD = "(?i)\\badministrators?\\b";

    @TempDir
    Path folder;

    @Test
    void nothingThatAnAgentWritesSaysOrSendsHoldsAValueOfAPatient() throws Exception {
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        Set<String> secrets = invented(instrument);
        Canaries canaries = Canaries.of(secrets);

        Map<String, byte[]> traces = new LinkedHashMap<>();
        try (RecordingBroker broker = new RecordingBroker(folder)) {
            AgentProcess agent = run(home, instrument, broker, traces);
            agent.close();
            traces.put("messages", String.join("\n", broker.messages()).getBytes(StandardCharsets.UTF_8));
            assertTrue(
                    broker.messages().stream()
                                    .filter(message -> message.contains("/notify "))
                                    .count()
                            >= 3,
                    "notices were sent");
        }
        addFiles(home, traces);

        assertTrue(secrets.size() >= 10, secrets::toString);
        for (Map.Entry<String, byte[]> trace : traces.entrySet()) {
            assertEquals(Set.of(), canaries.in(trace.getValue()), trace.getKey());
        }
        assertTrue(traces.size() >= 6, traces.keySet()::toString);
    }

    @Test
    void noCanaryOfARealFileIsInAnythingEither() throws Exception {
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        for (Path sample : Samples.files()) {
            if (Files.size(sample) < 2_000_000) {
                Files.copy(sample, instrument.resolve(sample.getFileName().toString()));
            }
        }
        Canaries canaries = Canaries.read(Samples.folder().resolve("CANARIES.json"));

        Map<String, byte[]> traces = new LinkedHashMap<>();
        try (RecordingBroker broker = new RecordingBroker(folder)) {
            AgentProcess agent = run(home, instrument, broker, traces);
            agent.close();
            traces.put("messages", String.join("\n", broker.messages()).getBytes(StandardCharsets.UTF_8));
        }
        addFiles(home, traces);

        for (Map.Entry<String, byte[]> trace : traces.entrySet()) {
            assertEquals(Set.of(), canaries.in(trace.getValue()), trace.getKey());
        }
    }

    /** Files that cannot be read, or are no such files at all, are where messages of exceptions like to leak names. */
    @Test
    void namesOfFilesThatCannotBeReadAreInNoLog() throws Exception {
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        Set<String> names = Set.of("Quux-Zebedee-19800101", "Smithson-Aurelia-HIV");
        Files.writeString(instrument.resolve("Quux-Zebedee-19800101.LMD"), "no such file");
        Files.createSymbolicLink(instrument.resolve("Smithson-Aurelia-HIV.LMD"), Path.of("/proc/self/mem"));
        AgentProcess.configure(home, Map.of("adapter.navios", Map.of("folder", instrument.toString(), "pattern", "*")));

        Map<String, byte[]> traces = new LinkedHashMap<>();
        AgentProcess agent = AgentProcess.start(home);
        Await.until("the folder was looked at", PATIENCE, () -> agent.get("/api/v1/status")
                .toString()
                .contains("\"watching\":true"));
        Files.write(
                instrument.resolve("marker.LMD"),
                LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(Run.healthy().withEvents(200))));
        Await.until("a later file was read", PATIENCE, () -> agent.notices("active")
                .toString()
                .contains("LASER_OFF_TARGET"));
        agent.close();
        addFiles(home, traces);

        Canaries canaries = Canaries.of(names);
        for (Map.Entry<String, byte[]> trace : traces.entrySet()) {
            assertEquals(Set.of(), canaries.in(trace.getValue()), trace.getKey());
        }
    }

    /** The names and every value that carries a patient, of files with each trouble. */
    private static Set<String> invented(Path instrument) throws Exception {
        Set<String> secrets = new LinkedHashSet<>();
        int seed = 0;
        for (Trouble trouble : Trouble.values()) {
            Run run = trouble.in(Run.healthy().withEvents(300).withSeed(++seed));
            secrets.addAll(Invented.values(run));
            String name = Invented.fileName(run);
            secrets.add(name);
            Files.write(instrument.resolve(name), LmdWriter.bytes(run));
        }
        return secrets;
    }

    private static AgentProcess run(Path home, Path instrument, RecordingBroker broker, Map<String, byte[]> traces)
            throws Exception {
        AgentProcess.configure(
                home,
                Map.of(
                        "adapter.navios", Map.of("folder", instrument.toString(), "pattern", "*"),
                        "tls", Map.of("trust-anchors", broker.certificate().toString()),
                        "streams", Map.of("notices", true),
                        "link",
                                Map.of(
                                        "address",
                                        broker.address(),
                                        "isolated-loss-seconds",
                                        0,
                                        "server-loss-seconds",
                                        0)));
        AgentProcess agent = AgentProcess.start(home);
        Await.until("files were read", PATIENCE, () -> agent.get("/api/v1/status")
                .toString()
                .contains("\"lastFile\":\""));
        Files.write(
                instrument.resolve("zz-last.LMD"),
                LmdWriter.bytes(Run.healthy().withEvents(300).withSerial("ZZ99999")));
        Await.until("the last file was read", PATIENCE, () -> agent.get("/api/v1/status")
                .toString()
                .contains("ZZ99999"));
        Await.until(
                "everything was sent",
                PATIENCE,
                () -> agent.get("/api/v1/status")
                                        .getAsJsonObject("link")
                                        .get("waiting")
                                        .getAsLong()
                                == 0
                        && broker.messages().stream().anyMatch(message -> message.contains("/presence ")));
        String status = agent.get("/api/v1/status?lang=en").toString();
        traces.put("status", status.replaceAll(OWN_WORD, "").getBytes(StandardCharsets.UTF_8));
        traces.put("active", agent.notices("active").toString().getBytes(StandardCharsets.UTF_8));
        traces.put("history", agent.notices("history").toString().getBytes(StandardCharsets.UTF_8));
        traces.put("database while it is open", Files.readAllBytes(home.resolve("data/agent.db")));
        traces.put("write-ahead log", Files.readAllBytes(home.resolve("data/agent.db-wal")));
        return agent;
    }

    /** Every file of the home folder but the modules, the settings, which people write, and the lines that the installation brought. */
    private static void addFiles(Path home, Map<String, byte[]> traces) throws Exception {
        Set<String> installed = Set.copyOf(Files.readAllLines(AgentProcess.INSTALLATION.resolve("release/SHA256SUMS")));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                if (!name.startsWith("modules") && !name.startsWith("config") && !name.startsWith("run")) {
                    byte[] bytes = Files.readAllBytes(file);
                    traces.put(name, name.endsWith("/SHA256SUMS") ? without(installed, bytes) : bytes);
                }
            }
        }
        assertFalse(traces.isEmpty());
    }

    private static byte[] without(Set<String> lines, byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !lines.contains(line))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
