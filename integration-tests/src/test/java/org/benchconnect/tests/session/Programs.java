package org.benchconnect.tests.session;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The programs that a test started, each ended by its handle when the test ends, however it ends. */
final class Programs implements AutoCloseable {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/lib/squid"));
    private static final long END = 5; // seconds

    private final Path logs;
    private final Deque<Process> started = new ArrayDeque<>();

    /** Their output goes into this folder. */
    Programs(Path logs) throws IOException {
        this.logs = Files.createDirectories(logs);
    }

    /** Skips the test if one is missing here. */
    static void require(String... names) {
        for (String name : names) {
            assumeTrue(
                    FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name))),
                    "skipped: needs the program " + name);
        }
    }

    /** Starts one with nothing else in its environment than this and the path. */
    Process start(Map<String, String> environment, String... command) throws IOException {
        return start(environment, ProcessBuilder.Redirect.appendTo(log(command[0])), command);
    }

    /** The same, and what it writes to standard output can be read. */
    Process startAndRead(Map<String, String> environment, String... command) throws IOException {
        return start(environment, ProcessBuilder.Redirect.PIPE, command);
    }

    private Process start(Map<String, String> environment, ProcessBuilder.Redirect out, String... command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.appendTo(log(command[0])));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "HOME", logs.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.push(process);
        return process;
    }

    private java.io.File log(String program) {
        return logs.resolve(Path.of(program).getFileName() + ".log").toFile();
    }

    /** What a program said. */
    String said(String program) throws IOException {
        Path log = logs.resolve(program + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Ends one; one that does not end by itself is killed. */
    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        while (!started.isEmpty()) {
            end(started.pop());
        }
    }
}
