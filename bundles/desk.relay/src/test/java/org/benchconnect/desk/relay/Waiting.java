package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that something else brings about. */
final class Waiting {
    private static final long MOST = TimeUnit.SECONDS.toNanos(60);

    private Waiting() {}

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
