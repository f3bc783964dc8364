package org.benchconnect.tests.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/**
 * For how long what a module offers is away while it is swapped: from the moment when the first service of the old one goes until all of them are there again, from the
 * new one. Delivered on the threads that register.
 */
final class Gap implements AllServiceListener, AutoCloseable {
    private final BundleContext context;
    private final String module;
    /** Guarded by this, as the three below. */
    private final List<Duration> gaps = new ArrayList<>();

    private final Set<String> away = new HashSet<>();
    private long old;
    private long begun;

    Gap(BundleContext context, String module) {
        this.context = context;
        this.module = module;
        context.addServiceListener(this);
    }

    @Override
    public synchronized void serviceChanged(ServiceEvent event) {
        ServiceReference<?> service = event.getServiceReference();
        if (service.getBundle() == null || !module.equals(service.getBundle().getSymbolicName())) {
            return;
        }
        String names = String.join(",", (String[]) service.getProperty(Constants.OBJECTCLASS));
        long bundle = service.getBundle().getBundleId();
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            if (away.isEmpty()) {
                begun = System.nanoTime();
                old = bundle;
            }
            away.add(names);
        } else if (event.getType() == ServiceEvent.REGISTERED
                && away.remove(names)
                && away.isEmpty()
                && bundle != old) {
            gaps.add(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    synchronized int count() {
        return gaps.size();
    }

    /** The gap that this share of all gaps did not exceed. */
    synchronized Duration percentile(double share) {
        List<Duration> sorted = new ArrayList<>(gaps);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
    }

    @Override
    public String toString() {
        return module + ": " + count() + " gaps, p50 " + millis(0.5) + ", p99 " + millis(0.99) + ", most " + millis(1);
    }

    private String millis(double share) {
        return "%.1f ms".formatted(percentile(share).toNanos() / 1e6);
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
    }
}
