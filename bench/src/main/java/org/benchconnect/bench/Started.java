package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running contender. Ended by its own process id. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final double readyAfter;

    private Started(Process process, double readyAfter) {
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
        while (!contender.ready().holds()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        contender.name() + " did not become ready: " + Files.readString(contender.output()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return new Started(process, (System.nanoTime() - begin) / 1e9);
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
            process.destroyForcibly().waitFor();
        }
    }
}
