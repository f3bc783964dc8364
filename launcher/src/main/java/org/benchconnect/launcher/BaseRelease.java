package org.benchconnect.launcher;

import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.osgi.framework.Version;

/**
 * The release list of the installation, as it was when the agent started: what an administrator installed. The names of its features say what is of the base
 * release; a generation that this device signed brings newer versions of them. Never changes.
 *
 * @param list of the installation
 */
record BaseRelease(ModuleList list) {
    /** Whether it has a feature of this name, whatever its version. */
    boolean names(String feature) {
        return list.feature(feature).isPresent();
    }

    /**
     * Refuses a generation that is less than the installation: a feature of this release is missing, older, or asks for a privilege although here it asks for
     * none, so that it would not run by itself.
     */
    void requireIn(ModuleList generation) throws ListRefusedException {
        for (ModuleList.Feature ours : list.features()) {
            ModuleList.Feature theirs = generation
                    .feature(ours.name())
                    .orElseThrow(() -> new ListRefusedException.WithoutBase(ours, "is missing"));
            if (Version.parseVersion(theirs.version()).compareTo(Version.parseVersion(ours.version())) < 0) {
                throw new ListRefusedException.WithoutBase(ours, "is older: " + theirs.version());
            }
            if (ours.privileges().isEmpty() && !theirs.privileges().isEmpty()) {
                throw new ListRefusedException.WithoutBase(ours, "asks for " + String.join(", ", theirs.privileges()));
            }
        }
    }
}
