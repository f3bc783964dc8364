package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.instrument.log.system.SiteWatch;
import org.benchconnect.instrument.log.system.SystemSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted in lines, paths, names, and settings: nothing of it comes out in notices, states, the database or the agent's own log at any level. */
class CanaryTest {
    private static final String CANARY = "QZX4711";

    @TempDir
    Path home = Path.of("");

    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("org.benchconnect");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord log) {
            logged.add(log.getMessage()
                    + List.of(log.getParameters() == null ? new Object[0] : log.getParameters())
                    + log.getThrown());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(handler);
    }

    private Path planted(String name) throws IOException {
        return Files.createDirectories(home.resolve("user-" + CANARY).resolve(name));
    }

    private static LogSettings log(Path folder) {
        return new LogSettings(
                folder.toString(),
                "*.log",
                LogEncoding.AUTO,
                LogTable.of(List.of(
                        "DOWN fault instrument: down",
                        "BAD fault instrument: (" + CANARY,
                        "busy: begins",
                        "idle: ends")),
                "",
                Duration.ZERO);
    }

    private void nothingCameOut(Following neighbours, String id, Object state) {
        String out = neighbours.notifications.said()
                + neighbours.notifications.signals().toString()
                + neighbours.store.memory(id).encode()
                + state
                + logged;

        assertFalse(out.contains(CANARY), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cellmek", "instrument-manager"})
    void nothingOfASystemsLogQueueOrPathsComesOut(String id) throws IOException {
        Path folder = planted("logs");
        Path queue = planted("queue");
        Following neighbours = new Following(home, new InMemoryStore(), log(folder), Instant.now());
        SystemSettings system = new SystemSettings(
                "service-" + CANARY,
                "",
                CANARY + ".invalid",
                1,
                queue.toString(),
                "*",
                Duration.ofMinutes(30),
                Duration.ofMinutes(120),
                Duration.ZERO,
                Duration.ofSeconds(5));
        Files.writeString(queue.resolve("patient-" + CANARY + ".msg"), CANARY);

        try (SiteWatch watch = SiteWatch.start(id, log(folder), system, neighbours, () -> null)) {
            Await.until(
                    "a first look",
                    () -> neighbours.notifications.said().size()
                                            + neighbours.notifications.signals().size()
                                    > 0
                            && !neighbours.store.memory(id).encode().isEmpty());
            Await.until("it reads", () -> watch.state().watching());
            Files.writeString(
                    folder.resolve(CANARY + ".log"),
                    "user " + CANARY + " down\nbegins " + CANARY + "\n",
                    StandardCharsets.UTF_8);
            Await.until("the line is told", () -> neighbours.raised().contains("DOWN"));

            nothingCameOut(neighbours, id, watch.state());
        }
    }

    @Test
    void nothingOfALinksArchiveComesOut() throws IOException {
        Path folder = planted("archive");
        LogTable comments = LogTable.of(List.of("FAILED fault instrument: ^CONTROL_FAILED"));
        LogSettings settings =
                new LogSettings(folder.toString(), "*.log", LogEncoding.BYTES, comments, "", Duration.ZERO);
        Following neighbours = new Following(home, new InMemoryStore(), settings, Instant.now());

        try (LogWatch watch =
                LogWatch.start("aquios-lis", settings, new AstmJudge(comments, 3, 10), Set.of(), neighbours)) {
            Await.until("it reads", watch::watching);
            Files.writeString(
                    folder.resolve(CANARY + ".log"),
                    AstmTest.frame(1, "P|1|" + CANARY + "|" + CANARY) + "\n"
                            + AstmTest.frame(2, "C|1|I|CONTROL_FAILED^^" + CANARY + "|I") + "\n",
                    StandardCharsets.ISO_8859_1);
            Await.until("the comment is told", () -> neighbours.raised().contains("FAILED"));

            nothingCameOut(neighbours, "aquios-lis", watch.state("aquios"));
        }
    }

    @Test
    void nothingOfSettingsThatCannotBeUsedComesOut() {
        for (LogSettings unusable : List.of(
                log(Path.of("relative-" + CANARY)),
                log(home.resolve("gone-" + CANARY)),
                new LogSettings(
                        home.toString(), "[" + CANARY, LogEncoding.AUTO, LogTable.of(List.of()), "", Duration.ZERO),
                new LogSettings(
                        home.toString(), "*", LogEncoding.AUTO, LogTable.of(List.of()), "'" + CANARY, Duration.ZERO))) {
            Following neighbours = new Following(home, new InMemoryStore(), log(home), Instant.now());

            LogWatch.start("it.log", unusable, Set.of(), neighbours).close();

            nothingCameOut(neighbours, "it.log", unusable.table().invalid());
        }
        assertTrue(logged.stream().anyMatch(line -> line.contains("is not followed")), "the agent's log was heard");
    }
}
