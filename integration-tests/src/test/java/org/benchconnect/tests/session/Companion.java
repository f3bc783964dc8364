package org.benchconnect.tests.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.lab.LabApi;

/** Says three times a second that its desktop session is at the screen. Where it cannot for two seconds the agent ends what was given, so this notes for how long it could not. */
final class Companion implements AutoCloseable {
    private static final long HEARTBEAT = 300; // milliseconds
    private static final Duration TOO_LONG = Duration.ofMillis(1500);

    private final LabApi api;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    /** Guarded by this, as the one below. */
    private long said = System.nanoTime();

    private long longest;

    Companion(LabApi api) {
        this.api = api;
    }

    void begin() {
        clockwork.scheduleWithFixedDelay(this::say, 0, HEARTBEAT, TimeUnit.MILLISECONDS);
    }

    private void say() {
        try {
            long now = System.nanoTime();
            if (api.post("/api/v1/support/desktop", Map.of("state", "AT_THE_SCREEN"))
                            .status()
                    < 300) {
                heard(now);
            }
        } catch (IOException | RuntimeException beingStarted) {
            // the next one tells
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When is not known better than that it was after this was sent, and before now. */
    private synchronized void heard(long sent) {
        longest = Math.max(longest, System.nanoTime() - said);
        said = sent;
    }

    /** From now on counts what comes. */
    synchronized void forget() {
        longest = 0;
    }

    /** Whether the agent may have missed it since then. */
    synchronized boolean stoodStill() {
        return Math.max(longest, System.nanoTime() - said) > TOO_LONG.toNanos();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
