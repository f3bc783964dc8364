package org.benchconnect.core.feature;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.text.Language;
import org.osgi.annotation.versioning.ProviderType;

/** The features on this PC, and the verifying half of an installation. Safe for any thread. */
@ProviderType
public interface Features {
    /** What runs now. */
    List<Feature> installed();

    /** Whose software this PC takes, by the installation. */
    TrustedVendor vendor();

    /**
     * Verifies a feature and tells what its installation would do; installs nothing. Takes as long as the source: minutes
     * for a slow one, never without end; a second call waits for the first. Verified modules are kept in {@code modules/},
     * where being there is no right to run, so that an installation after the person's consent needs the source no more.
     *
     * @param source the folder of a repository, a zip file of one, or an {@code https:} address; folder and file as this PC's
     *     service account sees them
     * @param name which feature; may be empty if the repository offers exactly one that fits this PC
     * @param language of the author's statement
     * @throws FeatureRefusedException if any rule is broken; nothing was kept but verified metadata
     */
    FeaturePlan plan(String source, Optional<String> name, Language language) throws FeatureRefusedException;
}
