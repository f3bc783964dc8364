package org.benchconnect.engine.rfb.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desktop server and a viewer that send anything: messages made up of what the protocol knows, with wrong parts, and mixed up. Half of the inputs are a viewer's, half a server's. {@code
 * benchconnect.inputs}: how many; {@code benchconnect.seed}: which.
 */
class HostileDesktopTest {
    private static final Logger LOG = LoggerFactory.getLogger(HostileDesktopTest.class);
    private static final int INPUTS = Integer.getInteger("benchconnect.inputs", 40_000);
    private static final long SEED = Long.getLong("benchconnect.seed", 20261122);

    /** More than any input takes of a slow processor. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Of this thread alone: a machine that stands still meanwhile adds nothing. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void nothingPassesWithoutALeaseAndNothingHangs() {
        Random random = new Random(SEED);
        HostileViewer viewer = new HostileViewer();
        HostileServer server = new HostileServer();
        long begun = System.nanoTime();
        long longest = 0;

        for (int i = 0; i < INPUTS; i++) {
            long seed = random.nextLong();
            long before = THREADS.getCurrentThreadCpuTime();
            try {
                if (i % 2 == 0) {
                    viewer.says(new Random(seed));
                } else {
                    server.says(new Random(seed));
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("input " + i + " of seed " + SEED + ", its own " + seed, e);
            }
            longest = Math.max(longest, THREADS.getCurrentThreadCpuTime() - before);
        }

        LOG.info(
                "torture hostile-desktop: seed {}, {} inputs in {} s, the longest took {} ms; {}; {}",
                SEED,
                INPUTS,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                TimeUnit.NANOSECONDS.toMillis(longest),
                viewer,
                server);
        assertTrue(longest < LONGEST.toNanos(), "one input took " + longest + " ns");
        assertEquals(0, viewer.passedWithoutLease);
        assertEquals(0, server.textPassedWithoutLease);
        assertTrue(
                viewer.read > 0 && viewer.refused > 0 && viewer.passedWithLease > 0,
                "both ends of the road: " + viewer);
        assertTrue(server.whole > 0 && server.refused > 0 && server.textPassedWithLease > 0, "the same: " + server);
    }
}
