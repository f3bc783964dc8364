package org.benchconnect.tests.gate;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What every attack on the gate tries to run. Leaves a trace when its class is initialised. */
public final class Intruder implements BundleActivator {
    static final String TRACE = "org.benchconnect.tests.intruder";

    static {
        System.setProperty(TRACE, "ran");
    }

    @Override
    public void start(BundleContext context) {
        System.setProperty(TRACE, "started");
    }

    @Override
    public void stop(BundleContext context) {
        System.clearProperty(TRACE);
    }
}
