package org.benchconnect.launcher;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.benchconnect.launcher.ModuleBundles.Admitted;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.Bundle;

/**
 * See {@link Modules}. Starts of its own only features without privileges; one with privileges runs when somebody who knows the ledger names the serial
 * of its grant, and what that is checked against is read from the files here.
 */
final class VerifiedModules {
    /** For a withdrawal, whatever hangs: at most this for another change to end, for the module's stop, and in all. */
    private static final Duration TURN = Duration.ofMillis(300);

    private static final Duration STOP = Duration.ofMillis(400);
    private static final Duration WITHDRAWAL = Duration.ofMillis(600);

    private final VerifiedFiles files;
    private final ModuleBundles bundles;
    private final Refusals refusals;
    private final AdmittedModules admitted;
    private final BaseRelease base;
    private final Coming coming = new Coming();
    /** With privileges, started by their grant. Changed under the lock, except that an eviction takes out. */
    private final Set<ModuleList.Feature> granted = ConcurrentHashMap.newKeySet();

    private final ReentrantLock lock = new ReentrantLock();
    /** Written under the lock. */
    private volatile Generation generation;

    VerifiedModules(
            VerifiedFiles files, ModuleBundles bundles, Refusals refusals, BaseRelease base, Generation generation) {
        this.base = base;
        this.files = files;
        this.bundles = bundles;
        this.refusals = refusals;
        this.admitted = new AdmittedModules(bundles, refusals);
        this.generation = generation;
    }

    /** The number of the one that runs. */
    int generation() {
        return generation.number();
    }

    /** At the start of the agent: one that cannot be resolved or started is logged. Returns how many run. */
    int startUnprivileged() throws ModulesRefusedException {
        lock.lock();
        try {
            admitted.install(Wanted.of(generation).unprivileged());
        } finally {
            lock.unlock();
        }
        return admitted.startEach();
    }

    /** Whether every module of features without privileges that was installed at the start runs. */
    boolean allRun() {
        return admitted.inOrder().stream().allMatch(Admitted::runs);
    }

    /** {@link Modules#switchToCurrent} for somebody who waits. */
    void switchToCurrent(Asker asker) throws ModulesRefusedException {
        asker.waitFor(
                "changing the generation",
                () -> change("the generation", () -> {
                    try {
                        runNamed(asker);
                    } catch (ModulesRefusedException | RuntimeException e) {
                        files.pointBackIfOnTrial();
                        throw e;
                    }
                }));
    }

    /** {@link Modules#goBack} for somebody who waits. */
    void goBack(Asker asker) throws ModulesRefusedException {
        asker.waitFor(
                "going back",
                () -> change("the generation before", () -> {
                    files.pointBack();
                    try {
                        runNamed(asker);
                    } catch (ModulesRefusedException | RuntimeException e) {
                        bundles.deadline().startAgain("the generation before runs only then: " + e.getMessage());
                    }
                }));
    }

    private void runNamed(Asker asker) throws ModulesRefusedException {
        Wanted next = Wanted.of(files.named());
        List<Admitted> go = next.withoutPlace(admitted.inOrder());
        if (admitted.haveNativeCode(go)) {
            runWithANewStart();
            return;
        }
        Map<String, Authority> come = admitted.missing(next.unprivileged());
        come.putAll(next.again(go));
        coming.begin(come.values().stream().map(Authority::feature).toList());
        admitted.swap(go, come, next.order(), new Switch(asker, next, files::pointBackIfOnTrial));
        next.unprivileged().forEach(admitted::admitAgain);
        granted.retainAll(next.generation().modules().features());
        generation = next.generation();
    }

    /** A library of the system is loaded once in a process. */
    private void runWithANewStart() throws ModulesRefusedException {
        if (!files.isOnTrial()) {
            throw new ModulesRefusedException(
                    Rule.NOT_STARTED, "A module with native code changes only with a new start of the agent.");
        }
        bundles.deadline().startAgain("a module with native code changes");
    }

    /** Of generations, for who asked. */
    private record Switch(Asker asker, Wanted wanted, Runnable back) implements AdmittedModules.Swap {
        @Override
        public Authority authority(Admitted module) {
            return wanted.unprivileged().getOrDefault(module.sha256(), module.authority());
        }

        @Override
        public void stops(List<Bundle> modules) {
            asker.stops(modules);
        }

        @Override
        public void refused() {
            back.run();
        }
    }

    /** Whether a change is under way. */
    boolean isChanging() {
        return lock.isLocked();
    }

    /** See {@link Modules#restart}. */
    void restart(String why) {
        bundles.deadline().startAgain(why);
    }

    /** See {@link Modules#start}. */
    void start(String feature, long serial) throws ModulesRefusedException {
        long withdrawals = coming.withdrawals(feature);
        change(feature, () -> {
            coming.begin(List.of(feature));
            requireNotWithdrawn(feature, withdrawals);
            try {
                ModuleList.Feature lines = feature(feature);
                Authority authority = lines.privileges().isEmpty()
                        ? Authority.withoutPrivileges(lines)
                        : files.granted(lines, serial);
                Map<String, Authority> wanted = new LinkedHashMap<>();
                lines.sha256().forEach(sha256 -> wanted.put(sha256, authority));
                admitted.swap(List.of(), admitted.missing(wanted), lines.sha256(), new Start());
                requireNotWithdrawn(feature, withdrawals);
                if (!lines.privileges().isEmpty()) {
                    granted.add(lines);
                }
            } catch (ModulesRefusedException e) {
                withdraw(feature, System.nanoTime() + WITHDRAWAL.toNanos());
                throw e;
            }
        });
    }

    /** See {@link Modules#evict}. */
    void evict(String feature) {
        coming.withdraw(feature);
        if (!coming.has(feature) && evictable(feature).isEmpty()) { // in this order: what has come is admitted
            forgetGrant(feature);
            return;
        }
        long end = System.nanoTime() + WITHDRAWAL.toNanos();
        if (!turn()) {
            bundles.deadline().pass("a change while " + feature + " is withdrawn");
            return;
        }
        try {
            withdraw(feature, end);
        } finally {
            lock.unlock();
        }
    }

    private void withdraw(String feature, long end) {
        forgetGrant(feature);
        List<Admitted> modules = evictable(feature);
        bundles.stop(modules, STOP);
        admitted.forget(modules, Duration.ofNanos(end - System.nanoTime()));
    }

    private List<Admitted> evictable(String feature) {
        return admitted.of(feature).stream()
                .filter(module -> !module.authority().privileges().isEmpty() || !base.names(feature))
                .toList();
    }

    private void forgetGrant(String feature) {
        granted.removeIf(lines -> lines.name().equals(feature));
    }

    private void requireNotWithdrawn(String feature, long withdrawals) throws ModulesRefusedException {
        if (coming.withdrawals(feature) != withdrawals) {
            throw new ModulesRefusedException(
                    Rule.GRANT_SERIAL,
                    "BenchConnect does not run " + feature + ": it was taken back before it started."
                            + " A person at this PC can allow it again.");
        }
    }

    private boolean turn() {
        try {
            return lock.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    /** See {@link Modules#features}. */
    List<FeatureModules> features() {
        return generation.modules().features().stream()
                .map(feature -> new FeatureModules(
                        feature.name(),
                        feature.version(),
                        feature.privileges(),
                        feature.models(),
                        feature.sha256(),
                        (feature.privileges().isEmpty() || granted.contains(feature))
                                && admitted.run(feature.sha256())))
                .toList();
    }

    /** See {@link Modules#listen}. */
    void listen(Consumer<GateRefusal> listener) {
        refusals.listen(listener);
    }

    private ModuleList.Feature feature(String name) throws ModulesRefusedException {
        return generation
                .modules()
                .feature(name)
                .orElseThrow(() -> new ModulesRefusedException(
                        Rule.NOT_IN_GENERATION,
                        "BenchConnect does not run " + name + ": it is not installed. Install it as a feature."));
    }

    /** One change at a time; what it is refused for is told, but not that something allowed did not start. */
    private void change(String what, Asker.Change change) throws ModulesRefusedException {
        lock.lock();
        try {
            change.make();
        } catch (ModulesRefusedException e) {
            if (e.rule() != Rule.NOT_STARTED) {
                refusals.tell(new GateRefusal(e.rule(), what, "", String.valueOf(e.getMessage())));
            }
            throw e;
        } finally {
            coming.end();
            lock.unlock();
        }
    }

    /** Of one feature: nothing goes, but the host of a fragment that comes is made anew. */
    private record Start() implements AdmittedModules.Swap {
        @Override
        public Authority authority(Admitted module) {
            return module.authority();
        }

        @Override
        public void stops(List<Bundle> modules) {
            // who asks for a feature is not of it
        }

        @Override
        public void refused() {
            // no pointer has moved
        }
    }
}
