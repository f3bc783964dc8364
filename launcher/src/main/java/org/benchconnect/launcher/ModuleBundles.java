package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a change, with the framework: install and resolve what comes, stop what goes, start what comes, uninstall what went
 * and refresh exactly that. Never {@code update()}: the location would go on to name the old bytes. What runs code of modules has a limit. One thread at a
 * time.
 *
 * @param context of the framework
 * @param home whose {@code modules/} they are
 * @param longest for the start of one module, and for a resolve
 */
record ModuleBundles(BundleContext context, Path home, Gate gate, Deadline deadline, Duration longest) {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);

    /** A module that the gate admitted. */
    record Admitted(String sha256, Bundle bundle, BundleRevision revision, Authority authority) {
        boolean runs() {
            int states = isFragment() ? Bundle.RESOLVED : Bundle.ACTIVE;
            return (bundle.getState() & states) != 0;
        }

        /** Its start hangs; it may run later. */
        boolean starts() {
            return bundle.getState() == Bundle.STARTING;
        }

        private boolean isFragment() {
            return (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        }

        private String name() {
            return bundle.getSymbolicName() + " " + bundle.getVersion();
        }
    }

    /** Hashes the file, installs and admits it. */
    Admitted install(String sha256, Authority authority) throws ModulesRefusedException {
        ModuleList.Module module = ModuleList.Module.of(sha256);
        try {
            ModuleList.verify(home, module);
            String location = freeLocation(home.resolve(module.file()).toUri().toString());
            Bundle bundle = context.installBundle(location);
            return admit(new Admitted(sha256, bundle, bundle.adapt(BundleRevision.class), authority), authority);
        } catch (ListRefusedException | IOException e) {
            throw new ModulesRefusedException(Rule.BYTES, String.valueOf(e.getMessage()), e);
        } catch (BundleException e) {
            throw new ModulesRefusedException(
                    Rule.NOT_STARTED, module.file() + " cannot be installed: " + e.getMessage(), e);
        }
    }

    /** One of the two names for the file by which a module and the one that takes its place are there at the same time. */
    private String freeLocation(String file) throws BundleException {
        int name = file.lastIndexOf('/') + 1;
        String location = "reference:" + file;
        Bundle there = context.getBundle(location);
        if (there != null && gate.isAdmitted(there.adapt(BundleRevision.class))) {
            location = "reference:" + file.substring(0, name) + "./" + file.substring(name);
            there = context.getBundle(location);
        }
        if (there != null) {
            there.uninstall(); // somebody else installed something under this location
        }
        return location;
    }

    /** Under this line of the list, perhaps another than before; its bytes are the same. */
    Admitted admit(Admitted module, Authority authority) {
        gate.admit(module.revision(), module.sha256(), authority);
        return new Admitted(module.sha256(), module.bundle(), module.revision(), authority);
    }

    /** Resolves as many of them as can be. */
    boolean resolveEach(List<Admitted> modules) {
        AtomicBoolean resolved = new AtomicBoolean();
        deadline.run(
                "resolving " + names(modules), longest, () -> resolved.set(wiring().resolveBundles(bundles(modules))));
        return resolved.get();
    }

    /** From now on what comes is not wired to these. */
    void leaving(List<Admitted> go) {
        gate.leaving(go.stream().map(Admitted::revision).collect(Collectors.toSet()));
    }

    /** Resolves all. */
    void resolve(List<Admitted> come) throws ModulesRefusedException {
        if (!resolveEach(come)) {
            for (Admitted module : come) {
                refuseUnresolved(module);
            }
        }
    }

    private void refuseUnresolved(Admitted module) throws ModulesRefusedException {
        if (module.bundle().getState() == Bundle.INSTALLED) {
            GateRefusal refusal = gate.refusal(module.revision());
            throw refusal != null
                    ? new ModulesRefusedException(refusal.rule(), refusal.message())
                    : new ModulesRefusedException(
                            Rule.NOT_STARTED, module.name() + " does not start: " + missing(module.bundle()));
        }
    }

    /** In the framework's words; nothing of it runs, because it cannot be resolved. */
    private static String missing(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "it was not resolved";
        } catch (BundleException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Starts them in order. */
    void start(List<Admitted> modules) throws ModulesRefusedException {
        for (Admitted module : modules) {
            try {
                startOne(module);
            } catch (BundleException e) {
                throw new ModulesRefusedException(
                        Rule.NOT_STARTED, module.name() + " does not start: " + e.getMessage(), e);
            }
        }
    }

    /** The same, but one that fails, or has not ended in time, is logged, and the others run; the latter may come later. */
    void startEach(Collection<Admitted> modules) {
        for (Admitted module : modules) {
            try {
                startOne(module);
            } catch (BundleException e) {
                LOG.error("{} does not start", module.name(), e);
            }
        }
    }

    private void startOne(Admitted module) throws BundleException {
        if (module.isFragment()) {
            return;
        }
        AtomicReference<BundleException> failed = new AtomicReference<>();
        if (!deadline.ends("starting " + module.name(), longest, () -> failed.set(start(module)))) {
            throw new BundleException("its start has not ended within " + longest.toMillis() + " ms");
        }
        if (failed.get() != null) {
            throw failed.get();
        }
    }

    /** What it fails with; null if it does not. */
    private static @Nullable BundleException start(Admitted module) {
        try {
            module.bundle().start();
            return null;
        } catch (BundleException e) {
            return e;
        } catch (RuntimeException e) {
            return new BundleException("it fails", e);
        }
    }

    /** Stops them, the last first. */
    void stop(List<Admitted> modules, Duration most) {
        if (!modules.isEmpty()) {
            deadline.run(
                    "stopping " + names(modules), most, () -> lastFirst(modules).forEach(ModuleBundles::stop));
        }
    }

    /** Uninstalls them, stopped or not, and has the framework forget their classes; who is wired to them is started again without. */
    void remove(List<Admitted> modules, Duration most) {
        if (!modules.isEmpty()) {
            deadline.run("removing " + names(modules), most, () -> {
                lastFirst(modules).forEach(this::uninstall);
                refresh(bundles(modules));
                FrameworkMemory.forget(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION), bundles(modules));
            });
        }
    }

    private void uninstall(Admitted module) {
        gate.deny(module.revision());
        try {
            if (module.bundle().getState() != Bundle.UNINSTALLED) {
                module.bundle().uninstall();
            }
        } catch (BundleException e) {
            LOG.warn("{} was not uninstalled cleanly", module.name(), e);
        }
    }

    private void refresh(List<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Admitted module) {
        try {
            if (module.bundle().getState() != Bundle.UNINSTALLED && !module.isFragment()) {
                module.bundle().stop();
            }
        } catch (BundleException e) {
            LOG.warn("{} did not stop cleanly", module.name(), e);
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    private static List<Admitted> lastFirst(List<Admitted> modules) {
        return modules.stream()
                .sorted(Comparator.comparing(
                                (Admitted module) -> module.bundle().getBundleId())
                        .reversed())
                .toList();
    }

    private static List<Bundle> bundles(List<Admitted> modules) {
        return modules.stream().map(Admitted::bundle).toList();
    }

    private static String names(List<Admitted> modules) {
        return modules.stream().map(Admitted::name).collect(Collectors.joining(", "));
    }
}
