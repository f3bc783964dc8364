package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this PC has.
 *
 * @param modules of the running generation
 * @param features whose modules are all among them; each name once
 * @param waiting the names of those that ask for privileges and do not run: nobody here allowed them, or not any more
 */
record Running(List<Module> modules, List<FeatureDocument> features, Set<String> waiting) {
    /**
     * A module of the running generation.
     *
     * @param sha256 of its file
     * @param manifest what it says about itself
     */
    record Module(String sha256, ModuleManifest manifest) {}

    Running {
        modules = List.copyOf(modules);
        features = List.copyOf(features);
        waiting = Set.copyOf(waiting);
    }

    /** The running version of a feature. */
    Optional<FeatureDocument> feature(String name) {
        return features.stream()
                .filter(feature -> feature.id().name().equals(name))
                .findFirst();
    }

    /** The digests of the modules that features other than this one need. */
    Set<String> neededByOthers(String name) {
        return features.stream()
                .filter(feature -> !feature.id().name().equals(name))
                .flatMap(feature -> feature.modules().stream())
                .map(FeatureModule::sha256)
                .collect(Collectors.toSet());
    }

    /** The modules that are not, or not only, this feature's. */
    List<Module> ofOthers(String name) {
        Set<String> own = feature(name).stream()
                .flatMap(feature -> feature.modules().stream())
                .map(FeatureModule::sha256)
                .collect(Collectors.toSet());
        own.removeAll(neededByOthers(name));
        return modules.stream().filter(module -> !own.contains(module.sha256())).toList();
    }

    /** What it has with this version in place of the one here: modules that nobody needs any more are gone. */
    Running with(VerifiedFeature feature) {
        String name = feature.document().id().name();
        List<Module> next = new ArrayList<>(ofOthers(name));
        Set<String> staying = next.stream().map(Module::sha256).collect(Collectors.toSet());
        for (FeatureModule module : feature.document().modules()) {
            if (!staying.contains(module.sha256())) {
                next.add(new Module(module.sha256(), feature.manifest(module)));
            }
        }
        return new Running(
                next,
                features.stream()
                        .map(each -> each.id().name().equals(name) ? feature.document() : each)
                        .toList(),
                waiting);
    }

    /** The manifests of a feature's modules; of none that is not here. */
    List<ModuleManifest> manifests(FeatureDocument feature) {
        Set<String> own = feature.modules().stream().map(FeatureModule::sha256).collect(Collectors.toSet());
        return modules.stream()
                .filter(module -> own.contains(module.sha256()))
                .map(Module::manifest)
                .toList();
    }

    /** The features that are here and cannot run without this one. */
    List<String> dependingOn(String name) {
        List<Module> staying = ofOthers(name);
        List<ModuleManifest> going = modules.stream()
                .filter(module -> !staying.contains(module))
                .map(Module::manifest)
                .toList();
        return features.stream()
                .filter(feature -> !feature.id().name().equals(name))
                .filter(feature -> PackageNeeds.exist(
                        manifests(feature),
                        going,
                        staying.stream().map(Module::manifest).toList()))
                .map(feature -> feature.id().name())
                .toList();
    }
}
