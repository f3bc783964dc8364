package org.benchconnect.tests.gate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not end its start, whatever is asked of it, until {@link Hanging#RELEASE} is set. */
public final class HangingStart implements BundleActivator {
    static final String BEGUN = "org.benchconnect.tests.begun";

    @Override
    public void start(BundleContext context) {
        System.setProperty(BEGUN, "yes");
        CountDownLatch never = new CountDownLatch(1);
        while (System.getProperty("org.benchconnect.tests.release") == null) {
            try {
                never.await(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ignored) {
                // it does not listen
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        // nothing was begun
    }
}
