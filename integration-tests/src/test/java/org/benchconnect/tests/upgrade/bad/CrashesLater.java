package org.benchconnect.tests.upgrade.bad;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.status.HealthCheck;

/** Ends the process a while after it was made. */
public final class CrashesLater implements HealthCheck {
    private static final int AS_BY_SIGNAL_9 = 137;
    private static final int SECONDS = 2;

    /** Returns, and two seconds later the process ends. */
    public void activate() {
        new Thread(CrashesLater::crash, "crashes-later").start();
    }

    private static void crash() {
        try {
            if (!new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(AS_BY_SIGNAL_9);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
