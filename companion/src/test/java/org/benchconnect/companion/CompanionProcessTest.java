package org.benchconnect.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, on a real session bus with a notification server double, against an agent double. */
class CompanionProcessTest {
    private static final String CANARY = "Canary-7731-title";

    @TempDir
    private Path folder;

    private Tool bus;
    private NotificationDaemonDouble daemon;
    private AgentDouble agent;

    @BeforeEach
    void startsBusServerAndAgent() throws Exception {
        bus = Tool.bus();
        daemon = new NotificationDaemonDouble(bus.firstLine());
        agent = new AgentDouble(home());
    }

    @AfterEach
    void stopsThem() {
        agent.close();
        daemon.close();
        bus.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private RunningCompanion companion(String language) throws Exception {
        Map<String, String> session = Map.of("DBUS_SESSION_BUS_ADDRESS", bus.firstLine(), "BROWSER", browser());
        return RunningCompanion.start(folder, session, "--home", home().toString(), "--lang", language);
    }

    private String browser() throws Exception {
        Path script = folder.resolve("browser");
        if (!Files.exists(script)) {
            Files.writeString(
                    script,
                    "#!/bin/sh\nprintf %s \"$1\" > " + folder + "/opened.new && mv " + folder + "/opened.new " + folder
                            + "/opened\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        return script.toString();
    }

    @Test
    void aFaultIsACriticalBubbleInTheUsersLanguageThatGoesWhenItIsAcknowledgedElsewhere() throws Exception {
        try (RunningCompanion companion = companion("it")) {
            assertEquals("GET /api/v1/alerts?lang=it", agent.request());

            agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", CANARY, "")));
            NotificationDaemonDouble.Shown fault = daemon.shown();
            agent.tell(AgentDouble.open());
            long closed = daemon.closed();

            assertEquals("Guasto: " + CANARY, fault.summary());
            assertEquals(CANARY + " in detail &lt;b&gt;&amp;\nDo something.", fault.body());
            assertEquals(List.of("acknowledge", "Prendi atto", "open", "Apri la pagina"), fault.actions());
            assertEquals((byte) 2, fault.hints().get("urgency"));
            assertEquals(fault.id(), closed);
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void anEscalationReplacesTheEarlierBubbleOfTheSameNotice() throws Exception {
        try (RunningCompanion companion = companion("en")) {
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "WARNING", CANARY, "")));
            NotificationDaemonDouble.Shown first = daemon.shown();

            agent.tell(AgentDouble.open(AgentDouble.notice(7, "WARNING", CANARY, "2026-01-01T00:10:00Z")));
            NotificationDaemonDouble.Shown second = daemon.shown();

            assertEquals(0, first.replaces());
            assertEquals((byte) 1, first.hints().get("urgency"));
            assertEquals(first.id(), second.replaces());
            assertTrue(second.body().startsWith("Nobody has acknowledged this yet.\n"), second.body());
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void pressingAcknowledgeReachesTheAgentAndAFailureIsTold() throws Exception {
        try (RunningCompanion companion = companion("en")) {
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", CANARY, "")));
            NotificationDaemonDouble.Shown fault = daemon.shown();

            agent.acknowledging = 503;
            daemon.press(fault.id(), "acknowledge");
            String refused = agent.request();
            NotificationDaemonDouble.Shown told = daemon.shown();
            agent.acknowledging = 200;
            daemon.press(told.id(), "acknowledge");

            assertEquals("POST /api/v1/notices/7/acknowledge?lang=en", refused);
            assertTrue(told.body().startsWith("It could not be acknowledged"), told.body());
            assertEquals("POST /api/v1/notices/7/acknowledge?lang=en", agent.request());
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void openingThePageHandsTheBrowserAPrivateFileWithACodeAndNeverTheToken() throws Exception {
        Tool.path("xdg-open", "xdg-utils");
        try (var changes = folder.getFileSystem().newWatchService();
                RunningCompanion companion = companion("en")) {
            folder.register(changes, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", CANARY, "")));

            daemon.press(daemon.shown().id(), "open");
            String asked = agent.request();
            while (!Files.exists(folder.resolve("opened"))) {
                var key = changes.poll(20, TimeUnit.SECONDS);
                assertTrue(key != null, "no browser was opened");
                key.pollEvents();
                key.reset();
            }

            assertEquals("POST /api/v1/sign-in-codes", asked);
            String opened = Files.readString(folder.resolve("opened"));
            assertFalse(opened.contains("code-that-works-once"), opened);
            Path page = Path.of(opened);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
            String html = Files.readString(page);
            assertTrue(html.contains("url=" + agent.address() + "/#code=code-that-works-once\""), html);
            assertFalse(html.contains(agent.token()), html);
            companion.process().destroy();
            companion.ended();
            assertFalse(Files.exists(page));
        }
    }

    @Test
    void anAgentThatStartsAgainElsewhereIsFoundWithItsNewToken() throws Exception {
        try (RunningCompanion companion = companion("en")) {
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", CANARY, "")));
            daemon.shown();

            agent.close();
            agent = new AgentDouble(
                    home(),
                    AgentDouble.open(
                            AgentDouble.notice(8, "WARNING", "another", ""),
                            AgentDouble.notice(7, "FAULT", CANARY, "")));
            String asked = agent.request();
            NotificationDaemonDouble.Shown next = daemon.shown();

            assertEquals("GET /api/v1/alerts?lang=en", asked);
            assertEquals("Warning: another", next.summary());
            assertEquals(0, daemon.waiting());
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void endingTakesTheBubblesAwayAndWritesNothingButCounts() throws Exception {
        try (RunningCompanion companion = companion("en")) {
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", CANARY, "")));
            NotificationDaemonDouble.Shown fault = daemon.shown();

            companion.process().destroy();
            long closed = daemon.closed();
            companion.ended();

            assertEquals(fault.id(), closed);
            assertEquals(
                    "benchconnect companion: alerts shown 1, not shown 0, sounds 1, without the agent 0",
                    companion.said().strip());
            assertFalse(anyFileOfTheUserHolds(CANARY));
            assertFalse(anyFileOfTheUserHolds(agent.token()));
        }
    }

    private boolean anyFileOfTheUserHolds(String text) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home()))
                    .toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aSecondCompanionOfTheSameSessionEndsAtOnce() throws Exception {
        try (RunningCompanion first = companion("en")) {
            agent.request();

            try (RunningCompanion second = companion("es")) {
                int code = second.ended();

                assertEquals(0, code);
                assertTrue(second.said().contains("ya se está ejecutando"), second.said());
            }
            assertTrue(first.process().isAlive());
        }
    }

    @Test
    void withoutADesktopItSaysSoAndEnds() throws Exception {
        try (RunningCompanion companion =
                RunningCompanion.start(folder, Map.of(), "--home", home().toString(), "--lang", "en")) {
            int code = companion.ended();

            assertEquals(1, code);
            assertTrue(companion.said().contains("there is no desktop here"), companion.said());
        }
    }

    @Test
    void anOptionThatDoesNotExistIsAnsweredWithTheUsage() throws Exception {
        try (RunningCompanion companion = RunningCompanion.start(folder, Map.of(), "--force", "yes")) {
            int code = companion.ended();

            assertEquals(2, code);
            assertTrue(companion.said().contains("usage: benchconnect companion"), companion.said());
        }
    }

    @Test
    void itsMemoryStaysSmall() throws Exception {
        try (RunningCompanion companion = companion("en")) {
            agent.request();
            for (int round = 1; round <= 300; round++) {
                agent.tell(AgentDouble.open(AgentDouble.notice(round, "FAULT", CANARY, "")));
            }
            NotificationDaemonDouble.Shown last = daemon.shown();
            while (!last.summary().isEmpty() && daemon.waiting() > 0) {
                last = daemon.shown();
            }

            String status =
                    Files.readString(Path.of("/proc", "" + companion.process().pid(), "status"));
            long kilobytes = status.lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();

            assertTrue(kilobytes > 0 && kilobytes < 128 * 1024, "resident: " + kilobytes + " kB");
        }
    }
}
