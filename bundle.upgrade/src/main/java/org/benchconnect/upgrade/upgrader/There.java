package org.benchconnect.upgrade.upgrader;

import java.util.Map;
import java.util.Set;

/**
 * What there is of a running generation, well or not.
 *
 * @param modules symbolic names of all that are installed; empty if nobody said
 * @param described components that a module which runs declares, as {@code symbolic name/component}
 * @param well those of them that serve, or do so as soon as somebody wants them
 * @param features how each feature of the generation runs
 */
record There(Set<String> modules, Set<String> described, Set<String> well, Map<String, Runs> features) {
    /** Nobody said. */
    static final There UNKNOWN = new There(Set.of(), Set.of(), Set.of(), Map.of());

    /** How a feature runs. */
    enum Runs {
        /** All its modules run. */
        YES,
        /** It needs nobody's consent, and does not all run. */
        NO,
        /** It has the consent that it needs, and does not all run. */
        NOT_THOUGH_ALLOWED,
        /** It does not have that consent. */
        NOT_ALLOWED
    }

    /** Copies the collections. */
    There {
        modules = Set.copyOf(modules);
        described = Set.copyOf(described);
        well = Set.copyOf(well);
        features = Map.copyOf(features);
    }

    /** Whether the module of a component or check is there. */
    boolean hasModuleOf(String name) {
        return modules.isEmpty() || modules.contains(module(name));
    }

    /** Whether its module runs, declares other components, and this one no more: its author took it out. */
    boolean isTakenOut(String component) {
        String module = module(component);
        return !described.contains(component)
                && described.stream().anyMatch(other -> module(other).equals(module));
    }

    /** The symbolic name in front of a component or check. */
    static String module(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
