package org.benchconnect.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** Waits for a condition, and fails with a sentence when it does not come. */
public final class Await {
    private Await() {}

    /** Waits until {@code condition} holds, asking every 20 ms. */
    public static void until(String sentence, Duration patience, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(patience);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                Assertions.fail("not within " + patience.toMillis() + " ms: " + sentence);
            }
            boolean never = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            Assertions.assertFalse(never);
        }
    }
}
