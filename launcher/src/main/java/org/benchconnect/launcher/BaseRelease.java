package org.benchconnect.launcher;

import java.util.List;
import org.benchconnect.launcher.list.ModuleList;

/**
 * The release list of the installation, as it was when the agent started: what an administrator installed, not what came over the network. Never changes.
 *
 * @param list of the installation
 */
record BaseRelease(ModuleList list) {
    /** Whether it has a feature of this name, whatever its version. */
    boolean names(String feature) {
        return list.feature(feature).isPresent();
    }

    /** Whether this very module stands in it, under the same line of the same feature. */
    boolean has(ModuleList.Feature feature, String sha256) {
        return list.feature(feature.name())
                .filter(ours -> line(ours).equals(line(feature)))
                .filter(ours -> ours.sha256().contains(sha256))
                .isPresent();
    }

    /** The line of a feature, without its modules. */
    private static ModuleList.Feature line(ModuleList.Feature feature) {
        return new ModuleList.Feature(
                feature.name(), feature.version(), feature.privileges(), feature.models(), List.of());
    }
}
