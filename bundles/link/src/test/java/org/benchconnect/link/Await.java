package org.benchconnect.link;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition. */
public final class Await {
    private Await() {}

    /** Looks every 10 ms.
     *
     * @param what is told if it never comes
     */
    public static void until(Duration atMost, Supplier<String> what, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + atMost + " in vain: " + what.get());
            }
            never.await(10, TimeUnit.MILLISECONDS);
        }
    }
}
