package org.benchconnect.tests.upgrade;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.benchconnect.tests.lab.LabPc;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** What really stopped, or was made again, in the agent within this process since this began to look. */
final class Stops implements SynchronousBundleListener, AutoCloseable {
    private final LabPc pc;
    private final Map<String, String> components;
    private final Set<String> stopped = new ConcurrentSkipListSet<>();

    Stops(LabPc pc) throws ReflectiveOperationException {
        this.pc = pc;
        this.components = pc.components().components();
        pc.agent().context().addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            stopped.add(event.getBundle().getSymbolicName());
        }
    }

    /** Symbolic names of the modules that stopped. */
    Set<String> modules() {
        return new TreeSet<>(stopped);
    }

    /** Symbolic names of the modules of which a component was made again, or is gone. */
    Set<String> madeAgain() throws ReflectiveOperationException {
        Map<String, String> now = pc.components().components();
        Set<String> names = new TreeSet<>();
        components.forEach((component, was) -> {
            if (!was.equals(now.get(component))) {
                names.add(component.split(" ")[0]);
            }
        });
        return names;
    }

    @Override
    public void close() {
        pc.agent().context().removeBundleListener(this);
    }
}
