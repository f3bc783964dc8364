package org.benchconnect.tests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** Waits for a condition, and fails with a sentence when it does not come. */
public final class Await {
    private Await() {}

    /** Waits until {@code condition} holds, asking every 20 ms, and once after the time is over: whoever asks may have stood still himself. */
    public static void until(String sentence, Duration patience, Callable<Boolean> condition) throws Exception {
        long begin = System.nanoTime();
        boolean over = false;
        while (!condition.call()) {
            if (over) {
                Assertions.fail("not within " + patience.toMillis() + " ms: " + sentence);
            }
            boolean never = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            Assertions.assertFalse(never);
            over = System.nanoTime() - begin > patience.toNanos();
        }
    }
}
