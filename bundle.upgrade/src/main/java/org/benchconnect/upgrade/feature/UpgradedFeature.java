package org.benchconnect.upgrade.feature;

/**
 * A newer version of a feature that is here.
 *
 * @param feature verified
 * @param origin who brings it
 */
record UpgradedFeature(VerifiedFeature feature, Origin origin) {
    boolean isForeign() {
        return origin.pluginVendor().isPresent();
    }

    String name() {
        return feature.document().id().name();
    }
}
