package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.launcher.module.Modules;

/** What a launcher says of these features when these modules run. */
final class RunningFeatures {
    private RunningFeatures() {}

    /** Each feature whose modules are all among them, and the rest. */
    static List<Modules.FeatureModules> of(List<FeatureDocument> documents, List<String> running, boolean allowed) {
        List<Modules.FeatureModules> features = new ArrayList<>();
        List<String> rest = new ArrayList<>(running);
        for (FeatureDocument document : documents) {
            List<String> all =
                    document.modules().stream().map(FeatureModule::sha256).toList();
            if (running.containsAll(all)) {
                List<String> own = all.stream().filter(rest::contains).toList();
                rest.removeAll(own);
                features.add(new Modules.FeatureModules(
                        document.id().name(),
                        document.id().version(),
                        document.terms().privilegeTokens(),
                        document.terms().models().stream().sorted().toList(),
                        own,
                        allowed));
            }
        }
        if (!rest.isEmpty()) {
            features.add(new Modules.FeatureModules("rest", "1.0.0", List.of(), List.of(), rest, true));
        }
        return features;
    }
}
