package org.benchconnect.upgrade.generation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureModule;

/**
 * The list of the generation after a change. Every feature keeps its place and a feature that comes or changes stands at the end, so that the list of the base
 * release stays its beginning. A module stands under the first feature that has it; when that one goes, under the next. Pure.
 */
final class NextList {
    private final Map<String, FeatureDocument> documents;

    /** @param documents of the features that are here; one that has none keeps the modules that stand under it */
    NextList(List<FeatureDocument> documents) {
        this.documents = documents.stream()
                .collect(Collectors.toMap(document -> document.id().name(), Function.identity()));
    }

    /** With this feature in place of any version of it. */
    List<Modules.FeatureModules> with(List<Modules.FeatureModules> running, FeatureDocument added) {
        List<Modules.FeatureModules> next =
                new ArrayList<>(without(running, added.id().name()));
        next.add(line(added, own(digests(added), taken(next))));
        return next;
    }

    /** Without a feature. */
    List<Modules.FeatureModules> without(List<Modules.FeatureModules> running, String name) {
        List<Modules.FeatureModules> next = new ArrayList<>();
        for (Modules.FeatureModules feature : running) {
            if (!feature.name().equals(name)) {
                List<String> all = Optional.ofNullable(documents.get(feature.name()))
                        .map(NextList::digests)
                        .orElse(feature.sha256());
                next.add(new Modules.FeatureModules(
                        feature.name(),
                        feature.version(),
                        feature.privileges(),
                        feature.models(),
                        own(all, taken(next)),
                        feature.running()));
            }
        }
        return next;
    }

    private static Modules.FeatureModules line(FeatureDocument document, List<String> own) {
        return new Modules.FeatureModules(
                document.id().name(),
                document.id().version(),
                document.terms().privileges().stream()
                        .map(Privilege::token)
                        .sorted()
                        .toList(),
                List.copyOf(new TreeSet<>(document.terms().models())),
                own,
                false);
    }

    private static List<String> digests(FeatureDocument document) {
        return document.inStartOrder().stream().map(FeatureModule::sha256).toList();
    }

    private static Set<String> taken(List<Modules.FeatureModules> before) {
        return before.stream()
                .flatMap(feature -> feature.sha256().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> own(List<String> all, Set<String> taken) {
        return all.stream().filter(digest -> !taken.contains(digest)).toList();
    }
}
