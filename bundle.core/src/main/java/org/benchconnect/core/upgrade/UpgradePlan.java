package org.benchconnect.core.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Privilege;

/**
 * What one upgrade would do here: newer versions of features that are on this PC, together. Everything was fetched and verified; to hold one is no permission.
 *
 * @param id the SHA-256 of the documents' digests, sorted, each with an end of line: the identity of all that is said here
 * @param source where it came from, as it was written
 * @param features each feature that changes, sorted by name
 * @param changes what happens to modules, unchanged ones left out
 * @param stops symbolic names of modules that stop for a while, although they themselves do not change
 * @param asked privileges that a feature asks for and its version here does not have
 * @param bytes how long its modules are that do not run here yet, in bytes: what was fetched for it, now or before
 * @param takes how long modules will stop, about
 * @param fix whether nothing but the last part of versions changes, no privilege, model, module or setting is new, and so a standing consent covers it
 */
public record UpgradePlan(
        String id,
        String source,
        List<FeaturePlan> features,
        List<ModuleChange> changes,
        List<String> stops,
        Set<Privilege> asked,
        long bytes,
        Duration takes,
        boolean fix) {
    /** Copies the collections. */
    public UpgradePlan {
        features = List.copyOf(features);
        changes = List.copyOf(changes);
        stops = List.copyOf(stops);
        asked = Set.copyOf(asked);
    }

    /** The version of a feature that it would bring. */
    public Optional<String> version(String feature) {
        return features.stream()
                .map(FeaturePlan::feature)
                .filter(one -> one.name().equals(feature))
                .map(one -> one.version())
                .findFirst();
    }
}
