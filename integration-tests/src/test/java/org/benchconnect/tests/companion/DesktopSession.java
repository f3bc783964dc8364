package org.benchconnect.tests.companion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;

/**
 * A desktop session of a user: a session bus, a notification server on it, a browser that only notes what it is to open, and the installed companion. No display is
 * needed.
 */
final class DesktopSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Path user;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Process companion;
    private final Writer buttons;

    /** Starts it for a user whose files are in this folder, in this language, beside the agent with this home. */
    DesktopSession(Path user, String language, Path home) throws Exception {
        this.user = Files.createDirectories(user);
        Process bus = start(List.of("/usr/bin/dbus-daemon", "--session", "--nofork", "--print-address=1"), Map.of());
        String address = reader(bus).readLine();
        Process server = start(server(address), Map.of());
        buttons = server.outputWriter(StandardCharsets.UTF_8);
        note(reader(server));
        Await.until("a notification server is there", PATIENCE, () -> told.contains("READY"));
        companion = start(
                List.of(
                        AgentProcess.INSTALLATION.resolve("benchconnect").toString(),
                        "companion",
                        "--home",
                        home.toString(),
                        "--lang",
                        language),
                Map.of("DBUS_SESSION_BUS_ADDRESS", address, "BROWSER", browser()));
    }

    private Process start(List<String> command, Map<String, String> session) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(user.resolve("errors-" + processes.size()).toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "HOME", user.toString()));
        builder.environment().put("XDG_STATE_HOME", user.resolve("state").toString());
        builder.environment().put("XDG_DATA_DIRS", user.toString());
        builder.environment().put("XDG_CONFIG_DIRS", user.toString());
        builder.environment().putAll(session);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static List<String> server(String address) throws Exception {
        Path source = Path.of(DesktopSession.class
                .getResource("NotificationServerOfATest.java")
                .toURI());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                AgentProcess.INSTALLATION.resolve("lib/companion") + "/*",
                source.toString(),
                address);
    }

    private String browser() throws IOException {
        Path script = Files.writeString(
                user.resolve("browser"),
                "#!/bin/sh\nprintf %s \"$1\" > '" + user + "/opened.new' && mv '" + user + "/opened.new' '" + user
                        + "/opened'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private void note(BufferedReader lines) {
        Thread reader = new Thread(() -> lines.lines().forEach(told::add), "desktop");
        reader.setDaemon(true);
        reader.start();
    }

    /** The alert with this text in it, which must come: number, title, text, buttons. */
    List<String> alert(String text) throws Exception {
        Await.until("an alert with: " + text + "; so far: " + told, PATIENCE, () -> told.stream()
                .anyMatch(line -> line.startsWith("NOTIFY") && line.contains(text)));
        String line = told.stream()
                .filter(each -> each.startsWith("NOTIFY") && each.contains(text))
                .findFirst()
                .orElseThrow();
        return List.of(line.split("\t")).subList(1, 5);
    }

    /** That this alert is taken away, which must happen. */
    void goes(List<String> alert) throws Exception {
        Await.until("the alert goes: " + alert, PATIENCE, () -> told.contains("CLOSE\t" + alert.get(0)));
    }

    /** A person presses a button of an alert. */
    void press(List<String> alert, String action) throws IOException {
        buttons.write(alert.get(0) + " " + action + "\n");
        buttons.flush();
    }

    /** The file that the browser is to open, which must come. */
    Path opened() throws Exception {
        Await.until("a browser opens", PATIENCE, () -> Files.exists(user.resolve("opened")));
        return Path.of(Files.readString(user.resolve("opened")));
    }

    /** The companion itself. */
    Process companion() {
        return companion;
    }

    /** What the companion wrote to standard error. */
    String errors() throws IOException {
        return Files.readString(user.resolve("errors-2"));
    }

    @Override
    public void close() throws Exception {
        for (int each = processes.size() - 1; each >= 0; each--) {
            processes.get(each).destroy();
            processes.get(each).waitFor(2, TimeUnit.MINUTES);
        }
    }
}
