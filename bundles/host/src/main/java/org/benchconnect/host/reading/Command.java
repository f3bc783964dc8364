package org.benchconnect.host.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of the operating system: only from its own folders, never found by {@code PATH}, with an environment of nothing but the
 * language, no input, ten seconds, and an answer of at most 16 KB.
 */
final class Command {
    private static final int SECONDS = 10;
    private static final int MAX_OUTPUT = 16 * 1024;

    private final Path program;

    private Command(Path program) {
        this.program = program;
    }

    /** A program of Linux or Windows by its file's name; empty if there is none. */
    static Optional<Command> installed(String name) {
        String windows = System.getenv("SystemRoot");
        Stream<Path> folders = windows == null
                ? Stream.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"))
                : Stream.of(Path.of(windows, "System32"));
        return folders.map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Command::new);
    }

    /** What it wrote, if it ended well and in time. */
    Optional<String> run(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        Map<String, String> environment = builder.environment();
        String windows = environment.get("SystemRoot");
        environment.clear();
        environment.put("LC_ALL", "C");
        if (windows != null) {
            environment.put("SystemRoot", windows); // without it many programs of Windows do not start
        }
        try {
            return output(builder.start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> output(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            // its output fits into a pipe, so it does not wait for somebody to read
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(out.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
