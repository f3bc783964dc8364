package org.benchconnect.upgrade.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.ModuleChange;
import org.jspecify.annotations.Nullable;

/** Whether an upgrade is nothing but a fix, so that a standing consent covers it. Pure. */
final class Fix {
    private final Running running;

    Fix(Running running) {
        this.running = running;
    }

    /** Only the last part of versions rises; no module comes or goes; nothing is asked for or brought in that was not before, and no setting is another. */
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
                && sameSettings(here.get().configurations(), next.configurations());
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

    /** A value that is not the same does something else on this PC. */
    private static boolean sameSettings(Map<String, Map<String, Object>> here, Map<String, Map<String, Object>> next) {
        return here.keySet().equals(next.keySet())
                && here.entrySet().stream().allMatch(pid -> sameValues(pid.getValue(), next.get(pid.getKey())));
    }

    private static boolean sameValues(Map<String, Object> here, @Nullable Map<String, Object> next) {
        return next != null
                && here.keySet().equals(next.keySet())
                && here.entrySet().stream()
                        .allMatch(value -> Objects.deepEquals(value.getValue(), next.get(value.getKey())));
    }
}
