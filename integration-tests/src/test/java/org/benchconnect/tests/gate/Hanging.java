package org.benchconnect.tests.gate;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not end when it is told to, until the property {@link #RELEASE} is set. */
public final class Hanging implements BundleActivator {
    static final String RELEASE = "org.benchconnect.tests.release";

    @Override
    public void start(BundleContext context) {
        System.clearProperty(RELEASE);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (System.getProperty(RELEASE) == null) {
            never.await(10, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }
}
