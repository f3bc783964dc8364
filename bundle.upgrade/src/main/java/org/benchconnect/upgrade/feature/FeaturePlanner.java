package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleChange.Kind;
import org.benchconnect.core.feature.ModuleDigest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** What the installation of a verified feature would change here. Pure. */
final class FeaturePlanner {
    private final Running running;
    private final Dependants dependants;

    /** Who depends on modules: what stops with them for a while. */
    @FunctionalInterface
    interface Dependants {
        /** The symbolic names of everything that is wired to these modules, over any number of steps; may include them. */
        Set<String> of(Set<String> symbolicNames);
    }

    FeaturePlanner(Running running, Dependants dependants) {
        this.running = running;
        this.dependants = dependants;
    }

    FeaturePlan plan(VerifiedFeature feature, Origin origin, Language language) {
        FeatureDocument document = feature.document();
        Optional<FeatureDocument> before = running.feature(document.id().name());
        List<ModuleChange> changes = changes(feature, before);
        Set<Privilege> asked = EnumSet.noneOf(Privilege.class);
        asked.addAll(document.terms().privileges());
        before.ifPresent(installed -> asked.removeAll(installed.terms().privileges()));
        return new FeaturePlan(
                feature.signed().digest(),
                document.summary(),
                document.modules().stream()
                        .map(module -> new ModuleDigest(
                                module.symbolicName(), feature.manifest(module).version(), module.sha256()))
                        .toList(),
                changes,
                stops(changes, hosts(feature, changes)),
                needs(feature),
                asked,
                feature.signer(),
                origin.pluginVendor(),
                origin.tolerated(),
                document.terms().statement(language),
                document.terms().statement(),
                bytes(document),
                outcome(document, before, changes));
    }

    /** What is here and waits for a consent, and exports what only it has and this feature's modules cannot be without. */
    private List<String> needs(VerifiedFeature feature) {
        List<String> needs = new ArrayList<>();
        for (String waiting : new TreeSet<>(running.waiting())) {
            Optional<FeatureDocument> document = running.feature(waiting);
            if (document.isEmpty() || waiting.equals(feature.document().id().name())) {
                continue;
            }
            List<ModuleManifest> missing = running.manifests(document.get());
            List<ModuleManifest> there = running.modules().stream()
                    .map(Running.Module::manifest)
                    .filter(manifest -> !missing.contains(manifest))
                    .toList();
            if (PackageNeeds.exist(feature.modules(), missing, there)) {
                needs.add(waiting);
            }
        }
        return needs;
    }

    private static FeaturePlan.Outcome outcome(
            FeatureDocument document, Optional<FeatureDocument> before, List<ModuleChange> changes) {
        boolean same = before.isPresent()
                && changes.isEmpty()
                && before.get().configurations().equals(document.configurations())
                && before.get().terms().privileges().equals(document.terms().privileges())
                && before.get().terms().models().equals(document.terms().models());
        return same ? FeaturePlan.Outcome.NOTHING_TO_DO : FeaturePlan.Outcome.NEEDS_CONSENT;
    }

    private List<ModuleChange> changes(VerifiedFeature feature, Optional<FeatureDocument> before) {
        Map<String, String> versions = running.modules().stream()
                .collect(Collectors.toMap(
                        Running.Module::sha256, module -> module.manifest().version()));
        Map<String, FeatureModule> replaced = before.stream()
                .flatMap(installed -> installed.modules().stream())
                .collect(Collectors.toMap(FeatureModule::symbolicName, Function.identity()));
        List<ModuleChange> changes = new ArrayList<>();
        for (FeatureModule module : feature.document().modules()) {
            FeatureModule old = replaced.remove(module.symbolicName());
            if (!versions.containsKey(module.sha256())) {
                changes.add(new ModuleChange(
                        old == null ? Kind.ADDED : Kind.CHANGED,
                        module.symbolicName(),
                        Optional.ofNullable(old).map(FeatureModule::sha256).map(versions::get),
                        Optional.of(feature.manifest(module).version())));
            }
        }
        Set<String> needed = running.neededByOthers(feature.document().id().name());
        for (FeatureModule gone :
                new TreeSet<>(replaced.keySet()).stream().map(replaced::get).toList()) {
            if (!needed.contains(gone.sha256())) {
                changes.add(new ModuleChange(
                        Kind.REMOVED,
                        gone.symbolicName(),
                        Optional.ofNullable(versions.get(gone.sha256())),
                        Optional.empty()));
            }
        }
        return changes;
    }

    /** The hosts of every fragment that comes, changes or goes: a host takes its fragments up only when it starts anew. */
    private Set<String> hosts(VerifiedFeature feature, List<ModuleChange> changes) {
        Set<String> changing = changes.stream().map(ModuleChange::symbolicName).collect(Collectors.toSet());
        List<ModuleManifest> manifests = new ArrayList<>(feature.modules());
        running.modules().forEach(module -> manifests.add(module.manifest()));
        Set<String> hosts = new HashSet<>();
        for (ModuleManifest manifest : manifests) {
            if (changing.contains(manifest.symbolicName())) {
                manifest.host().ifPresent(hosts::add);
            }
        }
        hosts.retainAll(running.modules().stream()
                .map(module -> module.manifest().symbolicName())
                .collect(Collectors.toSet()));
        return hosts;
    }

    private List<String> stops(List<ModuleChange> changes, Set<String> hosts) {
        Set<String> touched = new HashSet<>();
        Set<String> replaced = new HashSet<>(hosts);
        for (ModuleChange change : changes) {
            touched.add(change.symbolicName());
            if (change.kind() != Kind.ADDED) {
                replaced.add(change.symbolicName());
            }
        }
        Set<String> stops = new TreeSet<>(replaced.isEmpty() ? Set.of() : dependants.of(replaced));
        stops.addAll(hosts);
        stops.removeAll(touched);
        return List.copyOf(stops);
    }

    private long bytes(FeatureDocument document) {
        Set<String> here =
                running.modules().stream().map(Running.Module::sha256).collect(Collectors.toSet());
        return document.modules().stream()
                .filter(module -> !here.contains(module.sha256()))
                .mapToLong(FeatureModule::length)
                .sum();
    }
}
