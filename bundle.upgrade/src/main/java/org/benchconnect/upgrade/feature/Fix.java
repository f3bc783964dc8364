package org.benchconnect.upgrade.feature;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.ModuleChange;

/** Whether an upgrade is nothing but a fix, so that a standing consent covers it. Pure. */
final class Fix {
    private final Running running;

    Fix(Running running) {
        this.running = running;
    }

    /** Only the last part of versions rises; no module comes or goes; nothing is asked for, set or brought in that was not before. */
    boolean is(List<UpgradedFeature> features, List<ModuleChange> changes) {
        return changes.stream().allMatch(change -> change.kind() == ModuleChange.Kind.CHANGED)
                && features.stream().allMatch(this::is);
    }

    private boolean is(UpgradedFeature feature) {
        FeatureDocument next = feature.feature().document();
        Optional<FeatureDocument> here = running.feature(next.id().name());
        return here.isPresent()
                && feature.origin().tolerated().isEmpty()
                && here.get().id().group().equals(next.id().group())
                && minor(here.get()).equals(minor(next))
                && here.get().terms().privileges().equals(next.terms().privileges())
                && here.get().terms().models().equals(next.terms().models())
                && names(here.get()).equals(names(next))
                && noNewSettings(here.get().configurations(), next.configurations());
    }

    /** A version without its last number and its qualifier. */
    private static String minor(FeatureDocument document) {
        return document.id().version().replaceFirst("^([0-9]+\\.[0-9]+)\\..*", "$1");
    }

    private static Set<String> names(FeatureDocument document) {
        Set<String> names = new HashSet<>();
        document.modules().forEach(module -> names.add(module.symbolicName()));
        return names;
    }

    private static boolean noNewSettings(Map<String, Map<String, Object>> here, Map<String, Map<String, Object>> next) {
        Map<String, Set<String>> known = new HashMap<>();
        here.forEach((pid, values) -> known.put(pid, values.keySet()));
        return next.entrySet().stream()
                .allMatch(pid -> known.getOrDefault(pid.getKey(), Set.of())
                                .containsAll(pid.getValue().keySet())
                        && known.containsKey(pid.getKey()));
    }
}
