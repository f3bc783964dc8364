package org.benchconnect.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.launcher.ModuleBundles.Admitted;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.Bundle;

/** The modules that are admitted now, and how some go and others come. Changed under the lock of {@link VerifiedModules}, read anywhere. */
final class AdmittedModules {
    /** For a module that a newer one replaces, or that did not start. */
    private final Duration patience;

    private final ModuleBundles bundles;
    private final Refusals refusals;
    /** By digest. */
    private final Map<String, Admitted> admitted = new ConcurrentHashMap<>();

    AdmittedModules(ModuleBundles bundles, Refusals refusals) {
        this.patience = bundles.longest().dividedBy(2);
        this.bundles = bundles;
        this.refusals = refusals;
    }

    /** In the order in which they were installed. */
    List<Admitted> inOrder() {
        return admitted.values().stream()
                .sorted(Comparator.comparing(
                        (Admitted module) -> module.bundle().getBundleId()))
                .toList();
    }

    /** The modules of a feature, as far as they are admitted. */
    List<Admitted> of(String feature) {
        return inOrder().stream()
                .filter(module -> module.authority().feature().equals(feature))
                .toList();
    }

    /** Whether all of these run. */
    boolean run(List<String> sha256) {
        return sha256.stream().map(admitted::get).allMatch(module -> module != null && module.runs());
    }

    /** Those of these that are not admitted, in their order. */
    Map<String, Authority> missing(Map<String, Authority> wanted) {
        Map<String, Authority> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeAll(admitted.keySet());
        return missing;
    }

    /** Installs all and resolves as many as can be; starts none. */
    void install(Map<String, Authority> modules) throws ModulesRefusedException {
        List<Admitted> all = new ArrayList<>();
        for (Map.Entry<String, Authority> module : modules.entrySet()) {
            all.add(bundles.install(module.getKey(), module.getValue()));
        }
        all.forEach(module -> admitted.put(module.sha256(), module));
        bundles.resolveEach(all);
    }

    /** Starts all; one that fails is logged. Returns how many run. */
    int startEach() {
        bundles.startEach(inOrder());
        return (int) admitted.values().stream().filter(Admitted::runs).count();
    }

    /** Whether some of these, or who would have to be made anew with them, have native code: that takes another process. */
    boolean haveNativeCode(List<Admitted> go) {
        return Dependents.with(inOrder(), go, List.of()).stream().anyMatch(module -> NativeCode.isIn(module.bundle()));
    }

    /**
     * Installs and resolves what comes, and a second time who is wired to what goes; then stops the old, starts the new, and uninstalls the old. If anything of
     * that fails, the old runs again, and nothing of the rest.
     *
     * @param order the digests in the order in which modules start
     */
    void swap(List<Admitted> go, Map<String, Authority> come, List<String> order, Swap swap)
            throws ModulesRefusedException {
        List<Admitted> arrived = new ArrayList<>();
        List<Admitted> leave = List.of();
        try {
            for (Map.Entry<String, Authority> module : come.entrySet()) {
                arrived.add(bundles.install(module.getKey(), module.getValue()));
            }
            leave = Dependents.with(inOrder(), go, arrived);
            for (Admitted module : leave) {
                if (!go.contains(module)) {
                    arrived.add(bundles.install(module.sha256(), swap.authority(module)));
                }
            }
            arrived.sort(Comparator.comparing(module -> order.indexOf(module.sha256())));
            bundles.leaving(leave);
            bundles.resolve(arrived);
        } catch (ModulesRefusedException | RuntimeException e) {
            bundles.leaving(List.of());
            bundles.remove(arrived, patience);
            throw e;
        }
        try {
            exchange(leave, arrived, swap);
        } finally {
            bundles.leaving(List.of());
        }
        bundles.startEach(inOrder().stream()
                .filter(module -> !module.runs() && !module.starts())
                .toList()); // who waited for one of them
    }

    private void exchange(List<Admitted> leave, List<Admitted> arrived, Swap swap) throws ModulesRefusedException {
        List<Admitted> ran = leave.stream().filter(Admitted::runs).toList();
        swap.stops(leave.stream().map(Admitted::bundle).toList());
        try {
            bundles.stop(leave, patience);
            bundles.start(arrived);
        } catch (ModulesRefusedException | RuntimeException e) {
            swap.refused();
            bundles.stop(arrived, patience);
            bundles.remove(arrived, patience);
            bundles.leaving(List.of());
            bundles.startEach(ran);
            if (!ran.stream().allMatch(Admitted::runs)) {
                bundles.deadline().startAgain("what ran before does not run again");
            }
            throw e;
        }
        forget(leave, patience);
        arrived.forEach(module -> admitted.put(module.sha256(), module));
    }

    /** What happens beside a swap. */
    interface Swap {
        /** By what a module that stays is admitted from now on. */
        Authority authority(Admitted module);

        /** These stop now; until then nothing has changed. */
        void stops(List<Bundle> modules);

        /** The new ones do not run; called before the old ones start again. */
        void refused();
    }

    /** Uninstalls these within such a time; they are admitted no more whatever comes of it. */
    void forget(List<Admitted> modules, Duration most) {
        modules.forEach(module -> admitted.remove(module.sha256(), module));
        bundles.remove(modules, most);
        refusals.forgetStopped();
    }

    /** A module that stays, if it is here, under the line that its feature has now. */
    void admitAgain(String sha256, Authority authority) {
        admitted.computeIfPresent(sha256, (same, module) -> bundles.admit(module, authority));
    }
}
