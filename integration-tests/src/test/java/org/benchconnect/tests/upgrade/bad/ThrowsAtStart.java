package org.benchconnect.tests.upgrade.bad;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that does not start. */
public final class ThrowsAtStart implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("this module fails whenever it is started");
    }

    @Override
    public void stop(BundleContext context) {
        // it never ran
    }
}
