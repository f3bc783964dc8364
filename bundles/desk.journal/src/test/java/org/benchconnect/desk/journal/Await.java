package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that something else brings about. */
final class Await {
    /** Longer than an intake that failed several times keeps still before it tries again. */
    private static final long MOST = TimeUnit.SECONDS.toNanos(120);

    private Await() {}

    static void until(BooleanSupplier condition, String what) throws InterruptedException {
        long begin = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        boolean so = condition.getAsBoolean();
        while (!so && System.nanoTime() - begin < MOST) {
            never.await(5, TimeUnit.MILLISECONDS);
            so = condition.getAsBoolean();
        }
        assertTrue(so, what);
    }
}
