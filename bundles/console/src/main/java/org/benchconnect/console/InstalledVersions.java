package org.benchconnect.console;

import java.util.Optional;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Features;
import org.jspecify.annotations.Nullable;

/** Which version of a feature runs here now, as far as the upgrade utility says. */
record InstalledVersions(@Nullable Features features) implements UpgradePlanView.Versions {
    @Override
    public Optional<String> of(String feature) {
        return features == null
                ? Optional.empty()
                : features.installed().stream()
                        .filter(one -> one.name().equals(feature))
                        .map(Feature::version)
                        .findFirst();
    }
}
