package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a condition, half a minute at the most. */
final class Await {
    private Await() {}

    static void until(Callable<Boolean> condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 6000; i++) {
            if (condition.call() || never.await(5, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        fail("half a minute is over");
    }
}
