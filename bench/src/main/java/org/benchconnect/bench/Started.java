package org.benchconnect.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running contender. Ended by its own process id. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Contender contender;
    private final Process process;
    private final double readyAfter;

    private Started(Contender contender, Process process, double readyAfter) {
        this.contender = contender;
        this.process = process;
        this.readyAfter = readyAfter;
    }

    /** Starts it and returns when it is ready. */
    static Started start(Contender contender) throws IOException, InterruptedException {
        contender.before().run();
        ProcessBuilder builder = new ProcessBuilder(contender.command())
                .redirectErrorStream(true)
                .redirectOutput(contender.output().toFile());
        builder.environment().putAll(contender.environment());
        long begin = System.nanoTime();
        Process process = builder.start();
        await(contender, process, "ready", contender.ready());
        return new Started(contender, process, (System.nanoTime() - begin) / 1e9);
    }

    private static void await(Contender contender, Process process, String what, Contender.Condition condition)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                kill(process);
                throw new IllegalStateException(contender.name() + ", " + what + ": it did not come to that. "
                        + Files.readString(contender.output()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** Returns when the condition holds; fails with what it has written if that takes too long. */
    void await(String what, Contender.Condition condition) throws IOException, InterruptedException {
        await(contender, process, what, condition);
    }

    /** A line for its standard input. */
    void tell(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Ends its standard input, and it with that. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(contender.name() + " does not end with its input");
        }
    }

    /** Seconds from the command to ready. */
    double readyAfter() {
        return readyAfter;
    }

    /** Lets it run for a while. */
    Started rest(Duration time) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
        return this;
    }

    /** Resident memory now, in mebibytes, as the kernel counts it. */
    double residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IllegalStateException("the process is gone");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill(process);
            process.waitFor();
        }
    }

    /** With the processes that it started. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
