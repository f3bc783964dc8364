package org.benchconnect.upgrade.upgrader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.launcher.module.Modules.FeatureModules;

/** How each feature of the running generation runs. One that needs a consent counts only while it has one to this very version: all else is for people to answer. */
final class RunningFeatures {
    private RunningFeatures() {}

    /** Asks; may block as long as the consent bundle wants to. */
    static Map<String, There.Runs> of(List<FeatureModules> features, Optional<Consents> people) {
        List<Consent> consents = people.map(Consents::consents).orElse(List.of());
        Map<String, There.Runs> runs = new TreeMap<>();
        features.forEach(feature -> runs.put(feature.name(), of(feature, consents)));
        return runs;
    }

    private static There.Runs of(FeatureModules feature, List<Consent> consents) {
        if (feature.running()) {
            return There.Runs.YES;
        } else if (feature.privileges().isEmpty()) {
            return There.Runs.NO;
        }
        boolean allowed = consents.stream()
                .anyMatch(one -> one.feature().equals(feature.name())
                        && one.version().equals(feature.version())
                        && (one.state() == Consent.State.RUNS || one.state() == Consent.State.DOES_NOT_RUN));
        return allowed ? There.Runs.NOT_THOUGH_ALLOWED : There.Runs.NOT_ALLOWED;
    }
}
