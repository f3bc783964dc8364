package org.benchconnect.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.benchconnect.launcher.ModuleBundles.Admitted;
import org.benchconnect.launcher.list.ModuleList;

/**
 * What a generation wants of the modules that run. Pure.
 *
 * @param generation verified
 * @param unprivileged what runs of it without anybody's grant: by digest, in the order in which they start
 */
record Wanted(Generation generation, Map<String, Authority> unprivileged) {
    static Wanted of(Generation generation) {
        Map<String, Authority> modules = new LinkedHashMap<>();
        for (ModuleList.Feature feature : generation.modules().features()) {
            if (feature.privileges().isEmpty()) {
                Authority authority = Authority.withoutPrivileges(feature);
                feature.sha256().forEach(sha256 -> modules.put(sha256, authority));
            }
        }
        return new Wanted(generation, modules);
    }

    /** Those of these that go. */
    List<Admitted> withoutPlace(List<Admitted> running) {
        return running.stream().filter(module -> !stays(module)).toList();
    }

    /** Without privileges before and after, whatever the feature; or of a feature with privileges whose lines are the same. */
    private boolean stays(Admitted module) {
        if (unprivileged.containsKey(module.sha256())) {
            return module.authority().privileges().isEmpty();
        }
        return generation
                .modules()
                .feature(module.authority().feature())
                .filter(module.authority()::isFor)
                .isPresent();
    }

    /** Of those that go, what comes again by another authority. */
    Map<String, Authority> again(List<Admitted> go) {
        Map<String, Authority> again = new LinkedHashMap<>();
        for (Admitted module : go) {
            if (unprivileged.containsKey(module.sha256())) {
                again.put(module.sha256(), unprivileged.get(module.sha256()));
            }
        }
        return again;
    }

    /** The digests in the order in which modules start. */
    List<String> order() {
        return generation.modules().modules().stream()
                .map(ModuleList.Module::sha256)
                .toList();
    }
}
