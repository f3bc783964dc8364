package org.benchconnect.bench.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Writes the file that a system property names as soon as the framework is started and every bundle in it is active. */
public final class Probe implements BundleActivator {
    /** The system property. */
    public static final String MARKER = "org.benchconnect.bench.marker";

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(() -> watch(context), "probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        // the thread ends with its marker
    }

    private static void watch(BundleContext context) {
        while (!allActive(context)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        try {
            Path marker = Path.of(System.getProperty(MARKER));
            Path draft = marker.resolveSibling("draft");
            Files.writeString(draft, context.getBundles().length + " bundles");
            Files.move(draft, marker);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean allActive(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean lazy = bundle.getState() == Bundle.STARTING
                    && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            if (bundle.getState() != Bundle.ACTIVE && !fragment && !lazy) {
                return false;
            }
        }
        return true;
    }
}
