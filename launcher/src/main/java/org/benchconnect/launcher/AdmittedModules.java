package org.benchconnect.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.launcher.ModuleBundles.Admitted;
import org.benchconnect.launcher.module.ModulesRefusedException;

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

    /** Resolves what comes, stops what goes, starts what comes; if that fails, what went runs again, and nothing of the rest. */
    void swap(List<Admitted> go, Map<String, Authority> come) throws ModulesRefusedException {
        List<Admitted> moved =
                go.stream().filter(module -> come.containsKey(module.sha256())).toList();
        List<Admitted> arrived = new ArrayList<>();
        try {
            bundles.stop(moved, patience);
            bundles.remove(moved, patience); // the same file under another feature: it cannot be there twice
            for (Map.Entry<String, Authority> module : come.entrySet()) {
                arrived.add(bundles.install(module.getKey(), module.getValue()));
            }
            bundles.resolve(arrived, go);
            bundles.stop(go, patience);
            bundles.start(arrived);
        } catch (ModulesRefusedException e) {
            bundles.stop(arrived, patience);
            bundles.remove(arrived, patience);
            putBack(go, moved);
            throw e;
        }
        forget(go, patience);
        arrived.forEach(module -> admitted.put(module.sha256(), module));
        bundles.startEach(inOrder().stream()
                .filter(module -> !module.runs() && !module.starts())
                .toList()); // who waited for one of them
    }

    private void putBack(List<Admitted> stopped, List<Admitted> removed) throws ModulesRefusedException {
        for (Admitted module : removed) {
            admitted.put(module.sha256(), bundles.install(module.sha256(), module.authority()));
        }
        bundles.startEach(stopped.stream()
                .map(module -> admitted.get(module.sha256()))
                .filter(Objects::nonNull)
                .toList());
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
