package org.benchconnect.upgrade.generation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.ModuleStep;
import org.benchconnect.upgrade.generation.Contents.Content;

/**
 * What is different between two generations. Pure.
 *
 * @param features that change, by name
 * @param modules that change, by symbolic name
 */
record Difference(List<FeatureStep> features, List<ModuleStep> modules) {
    /** Of a module that no document here names. */
    private static final String UNNAMED = "module-";

    static Difference between(List<Content> before, List<Content> after) {
        Map<String, Content> from = byName(before);
        Map<String, Content> to = byName(after);
        List<FeatureStep> features = new ArrayList<>();
        for (String name : all(from, to)) {
            Optional<Content> old = Optional.ofNullable(from.get(name));
            Optional<Content> now = Optional.ofNullable(to.get(name));
            FeatureStep step = new FeatureStep(name, version(old), version(now), document(now));
            if (!step.from().equals(step.to()) || !document(old).equals(step.document())) {
                features.add(step);
            }
        }
        Map<String, String> had = modules(before);
        Map<String, String> has = modules(after);
        List<ModuleStep> modules = new ArrayList<>();
        for (String name : all(had, has)) {
            ModuleStep step =
                    new ModuleStep(name, Optional.ofNullable(had.get(name)), Optional.ofNullable(has.get(name)));
            if (!step.from().equals(step.to())) {
                modules.add(step);
            }
        }
        return new Difference(features, modules);
    }

    /** The SHA-256 of some bytes, as documents are named by. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Set<String> all(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static Map<String, Content> byName(List<Content> contents) {
        Map<String, Content> byName = new TreeMap<>();
        contents.forEach(content -> byName.put(content.line().name(), content));
        return byName;
    }

    private static Optional<String> version(Optional<Content> content) {
        return content.map(there -> there.line().version());
    }

    private static Optional<String> document(Optional<Content> content) {
        return content.flatMap(Content::document).map(document -> digest(document.bytes()));
    }

    private static Map<String, String> modules(List<Content> contents) {
        Map<String, String> names = new TreeMap<>();
        contents.forEach(content -> content.document().ifPresent(document -> document.document()
                .modules()
                .forEach(module -> names.put(module.sha256(), module.symbolicName()))));
        Map<String, String> modules = new TreeMap<>();
        contents.forEach(content -> content.line()
                .sha256()
                .forEach(sha256 -> modules.put(names.getOrDefault(sha256, UNNAMED + sha256.substring(0, 12)), sha256)));
        return modules;
    }
}
