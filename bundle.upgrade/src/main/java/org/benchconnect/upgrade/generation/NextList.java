package org.benchconnect.upgrade.generation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureModule;

/**
 * The list of the generation after a change. Every feature keeps its place, in whichever version, so that the base release stays at the beginning; one that comes stands
 * at the end. A module stands under the first feature that has it; when that one goes, under the next. Pure.
 */
final class NextList {
    private final Map<String, FeatureDocument> documents;

    /** @param documents of the features that are here; one that has none keeps the modules that stand under it */
    NextList(List<FeatureDocument> documents) {
        this.documents = byName(documents);
    }

    /** With these features in place of any version of them. */
    List<Modules.FeatureModules> with(List<Modules.FeatureModules> running, Collection<FeatureDocument> coming) {
        Map<String, FeatureDocument> rest = byName(coming);
        List<Modules.FeatureModules> next = new ArrayList<>();
        for (Modules.FeatureModules feature : running) {
            FeatureDocument newer = rest.remove(feature.name());
            next.add(newer == null ? kept(feature, taken(next)) : line(newer, own(digests(newer), taken(next))));
        }
        coming.stream()
                .filter(document -> rest.containsKey(document.id().name()))
                .forEach(document -> next.add(line(document, own(digests(document), taken(next)))));
        return next;
    }

    /** Without a feature. */
    List<Modules.FeatureModules> without(List<Modules.FeatureModules> running, String name) {
        List<Modules.FeatureModules> next = new ArrayList<>();
        for (Modules.FeatureModules feature : running) {
            if (!feature.name().equals(name)) {
                next.add(kept(feature, taken(next)));
            }
        }
        return next;
    }

    private Modules.FeatureModules kept(Modules.FeatureModules feature, Set<String> taken) {
        List<String> all = Optional.ofNullable(documents.get(feature.name()))
                .map(NextList::digests)
                .orElse(feature.sha256());
        return new Modules.FeatureModules(
                feature.name(),
                feature.version(),
                feature.privileges(),
                feature.models(),
                own(all, taken),
                feature.running());
    }

    private static Modules.FeatureModules line(FeatureDocument document, List<String> own) {
        return new Modules.FeatureModules(
                document.id().name(),
                document.id().version(),
                document.terms().privilegeTokens(),
                List.copyOf(new TreeSet<>(document.terms().models())),
                own,
                false);
    }

    private static Map<String, FeatureDocument> byName(Collection<FeatureDocument> documents) {
        return documents.stream()
                .collect(Collectors.toMap(
                        document -> document.id().name(), Function.identity(), (one, other) -> other, HashMap::new));
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
