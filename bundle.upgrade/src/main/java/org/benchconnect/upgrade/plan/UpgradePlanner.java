package org.benchconnect.upgrade.plan;

import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;

/** What a source has that is newer than what is here; a service within this bundle alone. Safe for any thread; one look at a time. */
public interface UpgradePlanner {
    /**
     * Asks a source for newer releases of every feature that is here, fetches what is missing, and verifies all of it.
     *
     * @param source a folder, a zip file or an {@code https:} address; empty for the address of the vendor profile
     * @throws FeatureRefusedException if any rule is broken for a feature that has a newer release: then none of them is offered
     */
    Look look(Optional<String> source, Language language) throws FeatureRefusedException;

    /**
     * What a look found.
     *
     * @param plan empty if nothing is newer
     * @param platform the version of a newer installer that is announced; empty if none is
     */
    record Look(Optional<UpgradePlan> plan, Optional<String> platform) {}
}
