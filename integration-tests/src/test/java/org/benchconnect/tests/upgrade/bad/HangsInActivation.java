package org.benchconnect.tests.upgrade.bad;

import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.status.HealthCheck;

/** Is never done with being made. */
public final class HangsInActivation implements HealthCheck {
    /** Never returns. */
    public void activate() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
