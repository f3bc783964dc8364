package org.benchconnect.cli.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The desk in this process: a framework with exactly the bundles of one folder, all installed anew at each start and kept by nothing. No gate here: whoever
 * can write that folder is the desk's administrator, and no module comes from anywhere else.
 */
final class DeskRuntime {
    private static final String LOG = "org.slf4j;version=2.0.17,org.slf4j.spi;version=2.0.17,"
            + "org.slf4j.event;version=2.0.17,org.slf4j.helpers;version=2.0.17";
    private static final long END_MILLISECONDS = 10_000;
    private static final int MOST = 200;

    private DeskRuntime() {}

    /** Returns when it was stopped. */
    static void run(Path desk, Path bundles, PrintStream out) throws IOException, DeskRefusal {
        if (!Files.isRegularFile(desk.resolve("desk.json"))) {
            throw new DeskRefusal(desk + " is no desk's folder: benchconnect desk init makes one");
        }
        Path cache = Files.createTempDirectory("benchconnect-desk");
        Framework framework = framework(desk, cache);
        Thread stop = new Thread(
                () -> {
                    stop(framework);
                    delete(cache); // the process ends with this thread
                },
                "stop");
        try {
            framework.start();
            Runtime.getRuntime().addShutdownHook(stop);
            start(framework, bundles);
            out.println("The desk runs. Ctrl-C ends it.");
            FrameworkEvent end = framework.waitForStop(0);
            if (end.getType() == FrameworkEvent.ERROR) {
                throw new DeskRefusal("the desk ended: " + end.getThrowable());
            }
        } catch (BundleException e) {
            stop(framework);
            throw new DeskRefusal("the desk cannot start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(framework);
        } finally {
            delete(cache);
        }
    }

    private static Framework framework(Path desk, Path cache) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, LOG);
        settings.put("org.benchconnect.home", desk.toString());
        settings.put("org.benchconnect.settings", "desk.json");
        return ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no framework on the class path"))
                .newFramework(settings);
    }

    /** The settings are in force before any of the desk's own bundles starts, so that each starts once. */
    private static void start(Framework framework, Path folder) throws IOException, BundleException {
        List<Bundle> first = new ArrayList<>();
        List<Bundle> then = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .limit(MOST)
                    .toList()) {
                Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
                boolean own = String.valueOf(bundle.getSymbolicName()).startsWith("org.benchconnect.desk.");
                (own ? then : first).add(bundle);
            }
        }
        for (Bundle bundle : first) {
            start(bundle);
        }
        for (Bundle bundle : then) {
            start(bundle);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            bundle.start();
        }
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(END_MILLISECONDS);
        } catch (BundleException | InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends anyway
        }
    }

    private static void delete(Path cache) {
        try (Stream<Path> all = Files.walk(cache)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException e) {
            // the other of the two that end it was there, or the system clears its temporary files
        }
    }
}
