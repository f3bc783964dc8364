package org.benchconnect.upgrade.upgrader;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is gone although its module is part of the new generation: a component that served, a module's last check, a feature that does not run. A module that is in no feature any more
 * is missed by nobody, nor is a component that its module, which runs, declares no more beside others. Pure.
 */
final class Missing {
    private Missing() {}

    /** Names of what is missed; none while nobody says what there is. */
    static Set<String> of(HealthLook look, Baseline before) {
        Set<String> missing = new TreeSet<>();
        if (look.runtime() != HealthLook.Answer.WELL) {
            return missing;
        }
        components(look, before.well(), missing);
        checks(look, before.well(), missing);
        features(look.there(), before, missing);
        return missing;
    }

    private static void components(HealthLook look, Baseline.Well before, Set<String> missing) {
        There there = look.there();
        for (String name : before.components()) {
            boolean here = there.well().contains(name)
                    || look.failed().contains(name)
                    || look.unsatisfied().contains(name);
            if (!here && there.hasModuleOf(name) && !there.isTakenOut(name)) {
                missing.add(name);
            }
        }
    }

    private static void checks(HealthLook look, Baseline.Well before, Set<String> missing) {
        for (String name : before.checks()) {
            String module = There.module(name);
            boolean other = look.checks().keySet().stream()
                    .anyMatch(one -> There.module(one).equals(module));
            if (!other && look.there().hasModuleOf(name)) {
                missing.add(name);
            }
        }
    }

    private static void features(There there, Baseline before, Set<String> missing) {
        there.features().forEach((name, runs) -> {
            boolean bad = runs == There.Runs.NO && !before.features().contains(name)
                    || runs == There.Runs.NOT_THOUGH_ALLOWED
                            && before.well().features().contains(name);
            if (bad) {
                missing.add(name);
            }
        });
    }
}
