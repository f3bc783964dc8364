package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@link AcknowledgedWriter} in a JVM of its own. Closing kills it. */
final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private WriterProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /**
     * Starts it.
     *
     * @param shell what a shell does before, such as {@code ulimit}; null for no shell
     * @param extract whether it may extract the native library
     * @param options for its JVM
     */
    static WriterProcess start(@Nullable String shell, Path home, boolean extract, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (shell != null) {
            command.addAll(List.of("/bin/sh", "-c", shell + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-XX:-UsePerfData"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgedWriter.class.getName(),
                home.toString(),
                String.valueOf(extract)));
        return new WriterProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Its next line: {@code ok <id>} or a health. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("the process ended by itself");
        }
        return line;
    }

    /** The number in an {@code ok} line. */
    static long id(String line) {
        return Long.parseLong(line.substring("ok ".length()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        lines.close();
    }
}
