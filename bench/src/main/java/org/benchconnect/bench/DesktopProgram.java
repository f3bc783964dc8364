package org.benchconnect.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program beside a measurement, ended by its own process id. */
final class DesktopProgram implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final Process process;
    private final BufferedReader said;
    private final Path errors;

    private DesktopProgram(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; what it says on its error output goes to a file of that name. */
    static DesktopProgram start(Path folder, String name, Map<String, String> environment, List<String> command)
            throws IOException {
        Path errors = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new DesktopProgram(builder.start(), errors);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The next line of its output. */
    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("it ended: " + Files.readString(errors));
        }
        return line;
    }

    /** Reads its output up to a line that begins so. */
    void await(String begin) throws IOException {
        String line = line();
        while (!line.startsWith(begin)) {
            line = line();
        }
    }

    /** A line for its input. */
    void tell(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
    }

    /** Returns when it has written this to its error output. */
    void awaitError(String text) throws IOException {
        until(() -> Files.readString(errors).contains(text));
    }

    /** Returns when that holds. */
    void until(Contender.Condition condition) throws IOException {
        long begin = System.nanoTime();
        try {
            while (!condition.holds()) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                    throw new IOException("it did not come to that: " + Files.readString(errors));
                }
                LockSupport.parkNanos(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** By the end of its input, and if that is not enough by a signal. */
    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
