package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.util.List;
import org.benchconnect.core.feature.FeatureRefusedException;

/** What the part that switches generations asks the part that verifies; a service within this bundle alone. Safe for any thread. */
public interface VerifiedFeatures {
    /**
     * A feature of a plan made since the agent started, looked at again: its modules' bytes, its age, and its instruments.
     *
     * @param digest the SHA-256 of its document
     * @throws FeatureRefusedException if there is none, or it is not what it was or not for this PC any more
     */
    SignedDocument planned(String digest) throws FeatureRefusedException;

    /** The documents of the features that are here, in the order of the generation; what has none is left out. */
    List<FeatureDocument> documents();

    /** The names of the features that are here and cannot run without this one. */
    List<String> dependingOn(String feature) throws IOException;
}
