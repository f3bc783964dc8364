package org.benchconnect.core.consent;

import java.util.Optional;
import org.benchconnect.core.feature.Feature;

/**
 * A feature on this PC whose modules run only with a consent.
 *
 * @param feature which
 * @param state how it is
 * @param base whether it came with the base release: then it can be withdrawn, not removed
 * @param consent the one in force; empty if there is none
 */
public record NeedsConsent(Feature feature, State state, boolean base, Optional<Consent> consent) {
    /** How it is. */
    public enum State {
        /** Nobody has allowed it. */
        NOT_ALLOWED,
        /** Allowed, and it runs. */
        RUNS,
        /** Allowed, but not released for the instrument that is here now. */
        OTHER_INSTRUMENT,
        /** A grant lies on the disk that counts for nothing: edited, of another device, replayed, or for other bytes. */
        GRANT_REFUSED,
        /** Allowed, and it did not start. */
        FAILED
    }
}
