package org.benchconnect.bench.swap;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Writes down when a service of the comparison comes and goes, and when a bundle stops: {@code <nanoseconds since 1970> HERE|GONE|STOPPED <name> <version>}, a
 * line each, into the file that a system property names. The time is taken on the thread that the framework tells it on; a thread of its own writes.
 */
public final class GapProbe implements BundleActivator, AllServiceListener, SynchronousBundleListener {
    /** The system property. */
    public static final String FILE = "org.benchconnect.bench.events";
    /** The property of the services that are watched. */
    static final String NAME = "bench.name";
    /** The property that says what is served: the version of the bundle, or of the API that is used. */
    static final String VERSION = "bench.version";

    private static final String FILTER = "(" + NAME + "=*)";
    private static final Clock CLOCK = Clock.systemUTC();

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        context.addBundleListener(this);
        context.addServiceListener(this, FILTER);
        ServiceReference<?>[] already = context.getAllServiceReferences(null, FILTER);
        for (ServiceReference<?> each : already == null ? new ServiceReference<?>[0] : already) {
            tell("HERE", each);
        }
        Thread writer = new Thread(this::write, "gap probe");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void stop(BundleContext context) {
        // the thread ends with the process: nobody upgrades the probe
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            tell("HERE", event.getServiceReference());
        } else if (event.getType() == ServiceEvent.UNREGISTERING) {
            tell("GONE", event.getServiceReference());
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            Bundle bundle = event.getBundle();
            tell("STOPPED", bundle.getSymbolicName(), bundle.getVersion());
        }
    }

    private void tell(String what, ServiceReference<?> service) {
        tell(what, service.getProperty(NAME), service.getProperty(VERSION));
    }

    private void tell(String what, Object name, Object version) {
        Instant now = CLOCK.instant();
        long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano();
        lines.add(nanos + " " + what + " " + name + " " + version + "\n");
    }

    private void write() {
        try (BufferedWriter out = Files.newBufferedWriter(
                Path.of(System.getProperty(FILE)), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(lines.take());
                if (lines.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
