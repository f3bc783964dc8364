package org.benchconnect.upgrade.generation;

import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.Modules;

/** The text of the list of a generation with these features: what the launcher would read. */
public final class ListText {
    private ListText() {}

    /** The lines, each module named by its content. */
    public static String of(List<Modules.FeatureModules> features) {
        return new ModuleList(lines(features)).toText();
    }

    /** The same as the launcher holds it. */
    static List<ModuleList.Feature> lines(List<Modules.FeatureModules> features) {
        return features.stream()
                .map(feature -> new ModuleList.Feature(
                        feature.name(),
                        feature.version(),
                        feature.privileges(),
                        feature.models(),
                        feature.sha256().stream().map(ModuleList.Module::of).toList()))
                .toList();
    }
}
