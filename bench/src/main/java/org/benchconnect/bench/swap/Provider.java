package org.benchconnect.bench.swap;

import java.util.Hashtable;
import org.benchconnect.bench.swap.api.Greeting;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Exports an API and provides its service. */
public final class Provider implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(GapProbe.NAME, "provider");
        properties.put(GapProbe.VERSION, version);
        context.registerService(Greeting.class, () -> version, properties);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }
}
