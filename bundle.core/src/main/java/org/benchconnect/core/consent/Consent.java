package org.benchconnect.core.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/**
 * A named person's answer "yes", from the ledger.
 *
 * @param entry the number of its entry in the ledger, which is the serial of its grant less one
 * @param feature what was allowed
 * @param version in which version
 * @param document the SHA-256 of its document
 * @param modules the SHA-256 of the list of its modules
 * @param privileges what it may do
 * @param text the SHA-256 of the text that was shown
 * @param language in which it was shown
 * @param model the instrument's model then; empty if none was known
 * @param by who
 * @param at when
 * @param newerVersions whether a newer version that asks for no more keeps it
 * @param state what became of it
 */
public record Consent(
        long entry,
        String feature,
        String version,
        String document,
        String modules,
        Set<Privilege> privileges,
        String text,
        Language language,
        Optional<String> model,
        AccountId by,
        Instant at,
        boolean newerVersions,
        State state) {
    /** What became of a consent. */
    public enum State {
        /** In force, and the feature runs. */
        RUNS,
        /** In force, but the feature does not run: {@link Consents} says why in its status. */
        DOES_NOT_RUN,
        /** Taken back. */
        WITHDRAWN,
        /** A newer consent to the same feature took its place, or the feature was removed. */
        REPLACED,
        /** It could not be carried out, and gave nothing. */
        FAILED
    }

    /** Copies the set. */
    public Consent {
        privileges = Set.copyOf(privileges);
    }
}
