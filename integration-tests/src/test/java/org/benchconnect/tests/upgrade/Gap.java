package org.benchconnect.tests.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** For how long a module does not run while it is swapped: from the moment when the old one begins to stop until the new one has started. */
final class Gap implements SynchronousBundleListener, AutoCloseable {
    private final BundleContext context;
    private final String module;
    /** Written by the launcher's thread, read between two swaps. */
    private final List<Duration> gaps = Collections.synchronizedList(new ArrayList<>());

    private volatile long stopping;

    Gap(BundleContext context, String module) {
        this.context = context;
        this.module = module;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (!module.equals(event.getBundle().getSymbolicName())) {
            return;
        }
        if (event.getType() == BundleEvent.STOPPING) {
            stopping = System.nanoTime();
        } else if (event.getType() == BundleEvent.STARTED && stopping != 0) {
            gaps.add(Duration.ofNanos(System.nanoTime() - stopping));
        }
    }

    int count() {
        return gaps.size();
    }

    /** The gap that this share of all gaps did not exceed. */
    Duration percentile(double share) {
        List<Duration> sorted = new ArrayList<>(gaps);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
    }

    @Override
    public String toString() {
        return module + ": " + gaps.size() + " gaps, p50 " + millis(0.5) + ", p99 " + millis(0.99) + ", most "
                + millis(1);
    }

    private String millis(double share) {
        return "%.1f ms".formatted(percentile(share).toNanos() / 1e6);
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
