package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that something else brings about. */
final class Await {
    private static final long MOST = TimeUnit.SECONDS.toNanos(30);

    private Await() {}

    static void until(BooleanSupplier condition, String what) throws InterruptedException {
        long begin = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean() && System.nanoTime() - begin < MOST) {
            never.await(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(condition.getAsBoolean(), what);
    }
}
