package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleChange.Kind;

/**
 * What comes and what goes between two sets of modules, by their bytes. A module that another feature still needs stays, though one feature has a newer version
 * of it: then that one comes beside it. Pure.
 *
 * @param before what runs
 * @param after what would run
 */
record ModuleDifference(List<Running.Module> before, List<Running.Module> after) {
    ModuleDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** In the order of the generation. */
    List<Running.Module> come() {
        return without(after, before);
    }

    /** The same of those that are not needed any more. */
    List<Running.Module> go() {
        return without(before, after);
    }

    private static List<Running.Module> without(List<Running.Module> all, List<Running.Module> others) {
        Set<String> digests =
                others.stream().map(Running.Module::sha256).collect(Collectors.toCollection(HashSet::new));
        return all.stream().filter(module -> !digests.contains(module.sha256())).toList();
    }

    /** By symbolic name, sorted; unchanged modules are left out. */
    List<ModuleChange> changes() {
        List<ModuleChange> changes = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        come().forEach(module -> names.add(module.manifest().symbolicName()));
        go().forEach(module -> names.add(module.manifest().symbolicName()));
        for (String name : names) {
            List<String> from = versions(go(), name);
            List<String> to = versions(come(), name);
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                changes.add(change(name, at(from, i), at(to, i)));
            }
        }
        return changes;
    }

    private static ModuleChange change(String name, Optional<String> from, Optional<String> to) {
        Kind kind = from.isEmpty() ? Kind.ADDED : to.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        return new ModuleChange(kind, name, from, to);
    }

    private static List<String> versions(List<Running.Module> modules, String name) {
        return modules.stream()
                .map(Running.Module::manifest)
                .filter(manifest -> manifest.symbolicName().equals(name))
                .map(ModuleManifest::version)
                .toList();
    }

    private static Optional<String> at(List<String> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }
}
