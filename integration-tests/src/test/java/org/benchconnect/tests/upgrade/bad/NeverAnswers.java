package org.benchconnect.tests.upgrade.bad;

import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.status.HealthCheck;

/** Its health check never returns. */
public final class NeverAnswers implements HealthCheck {
    /** Nothing to do. */
    public void activate() {
        // it hangs when it is asked
    }

    @Override
    public boolean isWell() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
