package org.benchconnect.tests.gate;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A neighbour: counts how often it was started, so that a test sees whether somebody disturbed it. */
public final class Counting implements BundleActivator {
    static final String STARTS = "org.benchconnect.tests.starts.";

    @Override
    public void start(BundleContext context) {
        String key = STARTS + context.getBundle().getSymbolicName();
        System.setProperty(key, String.valueOf(Integer.getInteger(key, 0) + 1));
    }

    @Override
    public void stop(BundleContext context) {
        // nothing was begun
    }

    /** Whatever was counted in this process before. */
    static void forget() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(STARTS));
    }

    static int starts(String module) {
        return Integer.getInteger(STARTS + module, 0);
    }
}
