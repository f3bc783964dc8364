package org.benchconnect.tests.upgrade.bad;

import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.status.HealthCheck;

/** Two of its threads wait for each other for ever; it does not know. */
public final class Deadlocks implements HealthCheck {
    private final Object left = new Object();
    private final Object right = new Object();
    private final CountDownLatch both = new CountDownLatch(2);

    /** Returns, and soon after two threads are deadlocked. */
    public void activate() {
        new Thread(() -> hold(left, right), "deadlocks-left").start();
        new Thread(() -> hold(right, left), "deadlocks-right").start();
    }

    private void hold(Object first, Object second) {
        synchronized (first) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (second) {
                throw new IllegalStateException("nobody gets here");
            }
        }
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
