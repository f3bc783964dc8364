package org.benchconnect.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running agent: a home folder, a verified generation and the framework that runs it. */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What the modules get from the class path. */
    private static final String PACKAGES = Stream.concat(
                    Stream.of("org.slf4j", "org.slf4j.spi", "org.slf4j.event", "org.slf4j.helpers")
                            .map(name -> name + ";version=2.0.17"),
                    Stream.of("org.benchconnect.launcher.list;version=1.0.0"))
            .collect(Collectors.joining(","));

    private final Home home;
    private final Generation generation;
    private final Gate gate;
    private final Framework framework;

    private Agent(Home home, Generation generation, Gate gate, Framework framework) {
        this.home = home;
        this.generation = generation;
        this.gate = gate;
        this.framework = framework;
    }

    /**
     * Takes the home folder and verifies every module of its generation. Nothing of them runs yet.
     *
     * @throws StartRefusedException if the agent must not start, with what to do about it
     */
    public static Agent prepare(Installation installation, Path folder)
            throws StartRefusedException, ListRefusedException, IOException, BundleException {
        Home home = Home.take(folder);
        try {
            LogFiles.open(home.log());
            Generation generation = Generation.current(installation, folder);
            generation.modules().verify(folder);
            Leftovers.collect(folder);
            Gate gate = new Gate(generation.modules().modules().stream()
                    .map(ModuleList.Module::sha256)
                    .collect(Collectors.toSet()));
            tellNativeLibraries(installation);
            Framework framework =
                    new FrameworkFactory().newFramework(configuration(installation, home, generation, gate));
            framework.init();
            return new Agent(home, generation, gate, framework);
        } catch (ListRefusedException | IOException | BundleException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** Starts every module. One that fails to start is logged, and the others run. */
    public void start() throws BundleException {
        int started = startModules();
        framework.start();
        LOG.info(
                "BenchConnect runs: generation {}, {} modules, {} ms after the start of Java",
                generation.number(),
                started,
                ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** The framework's own context, for tests that attack the gate. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits until somebody ends the agent. */
    public void awaitEnd() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops every module, then lets go of the home folder. Returns when that is done, or after 20 s. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(PATIENCE.toMillis());
            home.close();
        } catch (BundleException | IOException e) {
            LOG.warn("BenchConnect did not end cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            LogFiles.close();
        }
    }

    private int startModules() throws BundleException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (ModuleList.Module module : generation.modules().modules()) {
            Bundle bundle = context.installBundle(
                    "reference:" + home.folder().resolve(module.file()).toUri());
            gate.admit(bundle.adapt(BundleRevision.class), module.sha256());
            bundles.add(bundle);
        }
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        int started = 0;
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                started += start(bundle) ? 1 : 0;
            } else {
                started++;
            }
        }
        return started;
    }

    private static boolean start(Bundle bundle) {
        try {
            bundle.start();
            return true;
        } catch (BundleException e) {
            LOG.error("{} does not start", bundle.getSymbolicName(), e);
            return false;
        }
    }

    private static Map<String, Object> configuration(
            Installation installation, Home home, Generation generation, Gate gate) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, home.cache().toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, PACKAGES);
        configuration.put("felix.bootdelegation.implicit", "false");
        configuration.put("felix.systembundle.activators", List.of(new GateActivator(gate)));
        configuration.put("ds.delayed.keepInstances", "true"); // a store or link is not made anew for every caller
        configuration.put("org.benchconnect.home", home.folder().toString());
        configuration.put("org.benchconnect.installation", installation.folder().toString());
        configuration.put("org.benchconnect.generation", String.valueOf(generation.number()));
        configuration.put(
                "org.benchconnect.generation.digest", generation.modules().digest());
        configuration.put(
                "org.benchconnect.generation.modules",
                String.valueOf(generation.modules().modules().size()));
        return configuration;
    }

    /** Native libraries come from the installation; extracting one is forbidden or pointed to where nobody can write. */
    private static void tellNativeLibraries(Installation installation) {
        Path folder = installation.nativeFolder();
        System.setProperty("org.sqlite.lib.path", folder.toString());
        System.setProperty("org.sqlite.lib.name", System.mapLibraryName("sqlitejdbc"));
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        System.setProperty("java.library.path", folder.toString()); // where the driver looks last
        System.setProperty("jna.boot.library.path", folder.toString());
        System.setProperty("jna.nosys", "true");
        System.setProperty("jna.nounpack", "true");
        System.setProperty("jna.noclasspath", "true");
    }

    /** Puts the gate in before any bundle can resolve. */
    private record GateActivator(Gate gate) implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            context.registerService(ResolverHookFactory.class, gate, null);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework unregisters it
        }
    }
}
