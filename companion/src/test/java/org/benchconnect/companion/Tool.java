package org.benchconnect.companion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the desktop that a test runs beside the companion; a test without it is skipped. */
public record Tool(Process process, String firstLine) implements AutoCloseable {
    /** Starts it, and waits for the line in which it says where it is. */
    static Tool start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("it ended: " + command.get(0));
        }
        return new Tool(process, line);
    }

    /** A session bus of the test's own. */
    public static Tool bus() throws IOException {
        return start(List.of(path("dbus-daemon", "dbus"), "--session", "--nofork", "--print-address=1"));
    }

    /** A display of the test's own; its first line is the number. */
    static Tool display() throws IOException {
        return start(
                List.of(path("Xvfb", "xvfb"), "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"));
    }

    /** Where it is. */
    static String path(String name, String debianPackage) {
        return Stream.of("/usr/bin/", "/bin/", "/usr/sbin/")
                .map(folder -> Path.of(folder + name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(() -> {
                    Assumptions.abort(name + " is missing here (apt-get install " + debianPackage + ")");
                    return "";
                });
    }

    /** What a command prints. */
    static String output(List<String> command, String display) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return text;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
