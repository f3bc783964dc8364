package org.benchconnect.core.feature;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes which modules this PC has. Decides nothing: the consent bundle calls it when a person has allowed it and the ledger has it. One change at a
 * time; safe for any thread.
 */
@ProviderType
public interface Generations {
    /**
     * Stages a generation with the feature of a verified plan in place of its version now, signs its list, and switches to it. Modules of features without
     * privileges run when this returns; those of others wait for their grant. If it fails, the generation before runs as before.
     *
     * @param document the SHA-256 of the feature document, from {@link FeaturePlan#document()} of a plan made since the agent started
     * @throws FeatureRefusedException if there is no such plan, its bytes are other ones now, or the disk does not take it
     */
    void install(String document) throws FeatureRefusedException;

    /**
     * The same without a feature.
     *
     * @throws FeatureRefusedException if it is part of the base release, not installed, or the disk does not take it
     */
    void remove(String feature) throws FeatureRefusedException;

    /** Instrument models for which a feature that is here is released, as its document writes them; empty if none is named. */
    Set<String> models(String feature);
}
