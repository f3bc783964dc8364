package org.benchconnect.upgrade.upgrader;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was not well before a change already: it is not the new generation's fault.
 *
 * @param components that had failed or missed a service, as {@code symbolic name/component}
 * @param checks whose answer was no, or who gave none
 * @param deadlocked how many threads waited for each other for ever
 */
record Baseline(Set<String> components, Set<String> checks, int deadlocked) {
    /** Everything was well, as far as anybody knows. */
    static final Baseline WELL = new Baseline(Set.of(), Set.of(), 0);

    /** Copies the sets. */
    Baseline {
        components = Set.copyOf(components);
        checks = Set.copyOf(checks);
    }

    /** What a look found wrong. */
    static Baseline of(HealthLook look) {
        Set<String> components = new TreeSet<>(look.failed());
        components.addAll(look.unsatisfied());
        Set<String> checks = new TreeSet<>();
        look.checks().forEach((name, answer) -> {
            if (answer != HealthLook.Answer.WELL) {
                checks.add(name);
            }
        });
        return new Baseline(components, checks, look.deadlocked());
    }

    /** Names without those that were so before. */
    static Set<String> without(Collection<String> names, Set<String> before) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(before);
        return left;
    }
}
