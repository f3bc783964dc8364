package org.benchconnect.upgrade.feature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What runs on this PC.
 *
 * @param modules of the running generation
 * @param features whose modules are all among them; each name once
 */
record Running(List<Module> modules, List<FeatureDocument> features) {
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
}
