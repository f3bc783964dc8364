package org.benchconnect.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running agent: a home folder, a verified generation and the framework that runs it. */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** For the start of one module. */
    private static final Duration START = Duration.ofSeconds(20);
    /** The framework's start level once everything that starts with the agent was started: what starts later is a swap. */
    private static final int RUNNING = 2;
    /** What the modules get from the class path; the launcher's own packages are for the base release alone. */
    private static final String PACKAGES = Stream.concat(
                    Stream.of("org.slf4j", "org.slf4j.spi", "org.slf4j.event", "org.slf4j.helpers")
                            .map(name -> name + ";version=2.0.17"),
                    Stream.of("list", "module", "storage")
                            .map(name -> "org.benchconnect.launcher." + name + ";version=1.0.0;" + Rules.PRIVILEGE + "="
                                    + Rules.BASE))
            .collect(Collectors.joining(","));

    private final Home home;
    private final Framework framework;
    private final VerifiedModules modules;
    private final VerifiedFiles files;
    private final TrialWatch watch;

    private Agent(Home home, Framework framework, VerifiedModules modules, VerifiedFiles files, TrialWatch watch) {
        this.home = home;
        this.framework = framework;
        this.modules = modules;
        this.files = files;
        this.watch = watch;
    }

    /**
     * Takes the home folder and verifies every module of its generation. Nothing of them runs yet.
     *
     * @throws StartRefusedException if the agent must not start, with what to do about it
     */
    public static Agent prepare(Installation installation, Path folder)
            throws StartRefusedException, ListRefusedException, IOException, BundleException {
        return prepare(installation, folder, () -> Runtime.getRuntime().halt(Modules.RESTART), START);
    }

    /**
     * The same, for tests.
     *
     * @param restart called instead of ending this process when a module does not stop
     * @param start for the start of one module; half of it for its stop in a switch
     */
    public static Agent prepare(Installation installation, Path folder, Runnable restart, Duration start)
            throws StartRefusedException, ListRefusedException, IOException, BundleException {
        Home home = Home.take(folder);
        try {
            LogFiles.open(home.log());
            Generation generation = ToRun.in(installation, folder);
            Leftovers.collect(folder, Clock.systemUTC().instant());
            Refusals refusals = new Refusals();
            BaseRelease base = new BaseRelease(ModuleList.read(installation.releaseList()));
            Gate gate = new Gate(refusals, base);
            tellNativeLibraries(installation);
            Framework framework =
                    new FrameworkFactory().newFramework(configuration(installation, home, generation, gate));
            framework.init();
            BundleContext context = framework.getBundleContext();
            ModuleBundles bundles = new ModuleBundles(context, home.folder(), gate, new Deadline(restart), start);
            VerifiedFiles files = new VerifiedFiles(installation, home.folder());
            VerifiedModules modules = new VerifiedModules(files, bundles, refusals, base, generation);
            context.registerService(Modules.class, new ModulesOf.Factory(modules), null);
            return new Agent(home, framework, modules, files, new TrialWatch(start, context, files, modules));
        } catch (ListRefusedException | IOException | BundleException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /**
     * Starts every module of features without privileges. One that fails to start is logged, and the others run; in a generation on trial the process ends, and
     * the next start runs the generation before.
     */
    public void start() throws BundleException {
        framework.start();
        int running = 0;
        boolean all = false;
        try {
            running = modules.startUnprivileged();
            all = modules.allRun();
        } catch (ModulesRefusedException e) {
            if (!files.isOnTrial()) {
                throw new BundleException("the modules changed since they were verified: " + e.getMessage(), e);
            }
        }
        if (!all && files.isOnTrial()) {
            files.pointBackIfOnTrial();
            modules.restart("a module of the generation on trial does not start");
        }
        watch.begin();
        framework.adapt(FrameworkStartLevel.class).setStartLevel(RUNNING);
        LOG.info(
                "BenchConnect runs: generation {}, {} modules, {} ms after the start of Java",
                modules.generation(),
                running,
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
        watch.close();
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
        configuration.put("org.benchconnect.platform", PlatformVersion.ofThisLauncher());
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
            gate.framework(context.getBundle().adapt(BundleRevision.class));
            context.registerService(ResolverHookFactory.class, gate, null);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework unregisters it
        }
    }
}
