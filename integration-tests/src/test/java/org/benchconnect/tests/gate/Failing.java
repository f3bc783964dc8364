package org.benchconnect.tests.gate;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not start. */
public final class Failing implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("it fails");
    }

    @Override
    public void stop(BundleContext context) {
        // it never started
    }
}
