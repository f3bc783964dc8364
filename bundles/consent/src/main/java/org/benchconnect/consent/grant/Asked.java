package org.benchconnect.consent.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.ConsentRequest.State;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.text.Language;

/**
 * A question that waits, as it is kept.
 *
 * @param id 16 hexadecimal digits
 * @param feature which feature
 * @param version which version
 * @param document the SHA-256 of its document
 * @param origin where it came from; empty for a feature whose modules are here
 * @param plan what was verified then; with {@code origin}
 * @param asked when it was first asked
 * @param state whether it was put off
 * @param postponed when it was put off last; {@code asked} before that
 * @param reminded when it was last asked again by itself
 * @param runSeen whether a run was going on since it was put off
 */
record Asked(
        String id,
        String feature,
        String version,
        String document,
        Optional<Origin> origin,
        Optional<FeaturePlan> plan,
        Instant asked,
        State state,
        Instant postponed,
        Optional<Instant> reminded,
        boolean runSeen) {
    /**
     * Where a plan came from.
     *
     * @param source as it was given
     * @param name of the feature, if one was given
     * @param language of the author's statement in it
     */
    record Origin(String source, Optional<String> name, Language language) {}

    /**
     * A no.
     *
     * @param feature to which feature
     * @param version in which version
     * @param document the SHA-256 of its document
     * @param at when
     * @param by who, if somebody said it
     */
    record Refused(String feature, String version, String document, Instant at, Optional<AccountId> by) {}

    /**
     * What the file holds.
     *
     * @param format 1
     * @param asked oldest first
     * @param refused oldest first
     */
    record Kept(int format, List<Asked> asked, List<Refused> refused) {
        /** The format of this version. */
        static final int FORMAT = 1;
    }

    /** Put off now. */
    Asked postponed(Instant now) {
        return changed(State.POSTPONED, now, reminded, false);
    }

    /** Asked again by itself now. */
    Asked remindedAt(Instant now) {
        return changed(State.OPEN, postponed, Optional.of(now), false);
    }

    /** Asked again by somebody. */
    Asked reopened() {
        return changed(State.OPEN, postponed, reminded, false);
    }

    /** A run was seen since it was put off. */
    Asked withRunSeen() {
        return changed(state, postponed, reminded, true);
    }

    /** With what was verified just now. */
    Asked planned(FeaturePlan fresh) {
        return new Asked(
                id, feature, version, document, origin, Optional.of(fresh), asked, state, postponed, reminded, runSeen);
    }

    private Asked changed(State next, Instant off, Optional<Instant> again, boolean run) {
        return new Asked(id, feature, version, document, origin, plan, asked, next, off, again, run);
    }
}
