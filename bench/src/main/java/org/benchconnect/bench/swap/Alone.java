package org.benchconnect.bench.swap;

import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that nobody depends on, with a service. */
public final class Alone implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(GapProbe.NAME, "alone");
        properties.put(GapProbe.VERSION, context.getBundle().getVersion().toString());
        context.registerService(Runnable.class, () -> {}, properties);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }
}
