package org.benchconnect.bench.swap;

import java.util.Hashtable;
import org.benchconnect.bench.swap.api.Greeting;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Serves while there is a {@link Greeting} that it can use, and says of which version. */
public final class Dependent implements BundleActivator, ServiceListener {
    private @Nullable BundleContext context;
    private @Nullable ServiceReference<Greeting> used;
    private @Nullable ServiceRegistration<Runnable> served;

    @Override
    public synchronized void start(BundleContext started) throws InvalidSyntaxException {
        context = started;
        started.addServiceListener(this, "(" + Constants.OBJECTCLASS + "=" + Greeting.class.getName() + ")");
        ServiceReference<Greeting> found = started.getServiceReference(Greeting.class);
        if (found != null) {
            serve(started, found);
        }
    }

    @Override
    public synchronized void stop(BundleContext stopped) {
        context = null; // the framework takes the service back
    }

    @Override
    @SuppressWarnings("unchecked") // the filter says so
    public synchronized void serviceChanged(ServiceEvent event) {
        BundleContext running = context;
        if (running == null) {
            return;
        }
        if (event.getType() == ServiceEvent.REGISTERED && served == null) {
            serve(running, (ServiceReference<Greeting>) event.getServiceReference());
        } else if (event.getType() == ServiceEvent.UNREGISTERING
                && event.getServiceReference().equals(used)
                && served != null) {
            served.unregister();
            served = null;
        }
    }

    private void serve(BundleContext running, ServiceReference<Greeting> found) {
        Greeting greeting = running.getService(found);
        if (greeting == null) {
            return;
        }
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(GapProbe.NAME, running.getBundle().getSymbolicName());
        properties.put(GapProbe.VERSION, greeting.version());
        used = found;
        served = running.registerService(Runnable.class, () -> {}, properties);
    }
}
