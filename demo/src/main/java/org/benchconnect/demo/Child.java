package org.benchconnect.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of the demo. Its output is read line by line on a daemon thread. */
final class Child implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts a command; what it writes to standard error goes into {@code errors}. */
    static Child start(List<String> command, Path errors, Consumer<String> eachLine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(errors.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        Thread reader = new Thread(() -> read(process.inputReader(), eachLine), "child");
        reader.setDaemon(true);
        reader.start();
        return new Child(process);
    }

    private static void read(BufferedReader lines, Consumer<String> eachLine) {
        lines.lines().forEach(eachLine);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and ends it if it does not within ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
