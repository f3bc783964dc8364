package org.benchconnect.upgrade.upgrader;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How everything was before a change: what was not well already is not the new generation's fault, and what was well must not be gone.
 *
 * @param components that had failed or missed a service, as {@code symbolic name/component}
 * @param checks whose answer was no, or who gave none
 * @param features that did not run
 * @param deadlocked how many threads waited for each other for ever
 * @param well what was well
 */
record Baseline(Set<String> components, Set<String> checks, Set<String> features, int deadlocked, Well well) {
    /**
     * What was well.
     *
     * @param components that served, or would have
     * @param checks whose answer was yes
     * @param features that ran
     */
    record Well(Set<String> components, Set<String> checks, Set<String> features) {
        /** Nobody knows of anything. */
        static final Well UNKNOWN = new Well(Set.of(), Set.of(), Set.of());

        /** Copies the sets. */
        Well {
            components = Set.copyOf(components);
            checks = Set.copyOf(checks);
            features = Set.copyOf(features);
        }
    }

    /** Everything was well, as far as anybody knows. */
    static final Baseline WELL = new Baseline(Set.of(), Set.of(), Set.of(), 0, Well.UNKNOWN);

    /** Copies the sets. */
    Baseline {
        components = Set.copyOf(components);
        checks = Set.copyOf(checks);
        features = Set.copyOf(features);
    }

    /** What a look found. */
    static Baseline of(HealthLook look) {
        Set<String> components = new TreeSet<>(look.failed());
        components.addAll(look.unsatisfied());
        Map<String, There.Runs> features = look.there().features();
        return new Baseline(
                components,
                keys(look.checks(), answer -> answer != HealthLook.Answer.WELL),
                keys(features, runs -> runs != There.Runs.YES),
                look.deadlocked(),
                new Well(
                        without(look.there().well(), components),
                        keys(look.checks(), answer -> answer == HealthLook.Answer.WELL),
                        keys(features, runs -> runs == There.Runs.YES)));
    }

    private static <V> Set<String> keys(Map<String, V> all, Predicate<V> which) {
        return all.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same for an older generation, which never had some of it. */
    Baseline withoutWell() {
        return new Baseline(components, checks, features, deadlocked, Well.UNKNOWN);
    }

    /** Names without those that were so before. */
    static Set<String> without(Collection<String> names, Set<String> before) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(before);
        return left;
    }
}
