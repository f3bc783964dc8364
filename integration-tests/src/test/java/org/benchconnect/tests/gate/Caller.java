package org.benchconnect.tests.gate;

import lab.provided.Secret;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Uses the package that is for a privilege, by an import. */
public final class Caller implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        try {
            Secret.reach(Intruder.TRACE);
        } catch (NoClassDefFoundError notWired) {
            // the intruder tries, and leaves no trace
        }
    }

    @Override
    public void stop(BundleContext context) {
        // nothing was begun
    }
}
