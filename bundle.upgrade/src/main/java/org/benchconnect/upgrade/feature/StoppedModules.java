package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which modules stop for a while although they stay: computed for all changes together, from the wires. */
final class StoppedModules {
    private final FeaturePlanner.Dependants dependants;

    StoppedModules(FeaturePlanner.Dependants dependants) {
        this.dependants = dependants;
    }

    /**
     * Everything that is wired, over any number of wires, to a module that goes, to the host of a fragment that comes or goes, or to a module that is stopped with
     * its feature; and those hosts and modules themselves.
     *
     * @param restarted digests of modules that stop because their feature does
     * @return symbolic names, sorted, of modules that do not change themselves
     */
    List<String> of(ModuleDifference difference, Set<String> restarted) {
        Set<String> going = names(difference.go());
        Set<String> stopping = hosts(difference);
        difference.before().stream()
                .filter(module -> restarted.contains(module.sha256()))
                .forEach(module -> stopping.add(module.manifest().symbolicName()));
        Set<String> cause = new HashSet<>(going);
        cause.addAll(stopping);
        Set<String> stops = new TreeSet<>(cause.isEmpty() ? Set.of() : dependants.of(cause));
        stops.addAll(stopping);
        stops.removeAll(going);
        stops.retainAll(names(difference.before()));
        return List.copyOf(stops);
    }

    /** A host takes its fragments up only when it starts anew. */
    private static Set<String> hosts(ModuleDifference difference) {
        List<Running.Module> fragments = new ArrayList<>(difference.come());
        fragments.addAll(difference.go());
        Set<String> hosts = fragments.stream()
                .map(module -> module.manifest().host())
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
        hosts.retainAll(names(difference.before()));
        return hosts;
    }

    private static Set<String> names(Collection<Running.Module> modules) {
        return modules.stream()
                .map(module -> module.manifest().symbolicName())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
