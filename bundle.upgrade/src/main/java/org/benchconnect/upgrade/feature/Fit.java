package org.benchconnect.upgrade.feature;

import java.util.List;
import org.benchconnect.core.feature.FeatureRefusedException;

/**
 * For which releases this PC is the right one.
 *
 * @param ring which PC of a hundred it is
 * @param models labels of the watched instruments' models
 * @param platform what the installer brought
 */
record Fit(Ring ring, List<String> models, PlatformHere platform) {
    Fit {
        models = List.copyOf(models);
    }

    /**
     * Whether a release is for this PC.
     *
     * @throws FeatureRefusedException if it is not; for the platform only if it would be otherwise
     */
    void check(FeatureDocument document) throws FeatureRefusedException {
        ReleaseRules.models(document, models);
        ReleaseRules.ring(document, ring);
        ReleaseRules.platform(document, platform.version());
    }
}
