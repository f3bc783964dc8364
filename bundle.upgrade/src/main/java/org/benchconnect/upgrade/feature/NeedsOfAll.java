package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/**
 * Whether every feature still finds its packages when several change together; asked before anything is offered, because a module that cannot be resolved would
 * only be found out at the switch. It knows packages by name: versions are the framework's to compare. Pure.
 */
final class NeedsOfAll {
    private final Running before;
    private final Set<String> platform;

    /** @param platform packages that launcher, framework and Java have */
    NeedsOfAll(Running before, Set<String> platform) {
        this.before = before;
        this.platform = platform;
    }

    /**
     * All features, those that do not change too.
     *
     * @throws FeatureRefusedException for {@link RefusedFor#NEEDED} with the feature and the package
     * @throws MalformedModuleException if a manifest cannot be taken apart
     */
    void check(Collection<VerifiedFeature> upgrade) throws FeatureRefusedException, MalformedModuleException {
        Running after = after(upgrade);
        for (FeatureDocument feature : after.features()) {
            check(feature, after);
        }
    }

    private Running after(Collection<VerifiedFeature> upgrade) {
        Running after = before;
        for (VerifiedFeature feature : upgrade) {
            after = after.with(feature);
        }
        return after;
    }

    private void check(FeatureDocument feature, Running after)
            throws FeatureRefusedException, MalformedModuleException {
        String name = feature.id().name();
        if (before.waiting().contains(name)) {
            return; // does not run, and the launcher says why if somebody allows it
        }
        Set<String> wanted = missing(feature, after);
        Optional<FeatureDocument> old = before.feature(name);
        if (old.isPresent()) {
            wanted.removeAll(missing(old.get(), before)); // no worse than now
        }
        if (!wanted.isEmpty()) {
            throw new FeatureRefusedException(
                    RefusedFor.NEEDED,
                    "the feature " + name + " " + feature.id().version() + " needs the package "
                            + wanted.iterator().next()
                            + ", and after the upgrade no feature on this PC that is allowed would bring it; install or"
                            + " allow the one that has it, or remove " + name,
                    List.of(name));
        }
    }

    private Set<String> missing(FeatureDocument feature, Running in) throws MalformedModuleException {
        Set<String> wanted = new TreeSet<>();
        for (ModuleManifest module : in.manifests(feature)) {
            for (ManifestHeader.Clause clause : module.clauses("Import-Package")) {
                if (!"optional".equals(clause.parameters().get("resolution:"))) {
                    wanted.addAll(clause.paths());
                }
            }
        }
        wanted.removeAll(platform);
        wanted.removeAll(exports(in));
        wanted.removeIf(name -> name.startsWith("java."));
        return wanted;
    }

    /** Of everything that runs: what waits for a consent brings nothing. */
    private static Set<String> exports(Running in) throws MalformedModuleException {
        Set<String> waiting = in.features().stream()
                .filter(feature -> in.waiting().contains(feature.id().name()))
                .flatMap(feature -> feature.modules().stream())
                .map(FeatureModule::sha256)
                .collect(Collectors.toCollection(HashSet::new));
        in.features().stream()
                .filter(feature -> !in.waiting().contains(feature.id().name()))
                .flatMap(feature -> feature.modules().stream())
                .map(FeatureModule::sha256)
                .forEach(waiting::remove);
        Set<String> exports = new HashSet<>();
        for (Running.Module module : in.modules()) {
            if (!waiting.contains(module.sha256())) {
                exports.addAll(module.manifest().names("Export-Package"));
            }
        }
        return exports;
    }
}
