package org.benchconnect.upgrade.upgrader;

import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradePlan;

/**
 * What looks brought. Immutable.
 *
 * @param plan what is offered; empty if nothing is
 * @param source as it was asked for when it was found; empty for the one of the settings
 * @param looked when a source was last asked to the end
 * @param failed why the last look failed
 * @param platform the version of a newer installer
 */
record Looks(
        Optional<UpgradePlan> plan,
        Optional<String> source,
        Optional<Instant> looked,
        Optional<RefusedFor> failed,
        Optional<String> platform) {
    /** Before the first. */
    static final Looks NONE =
            new Looks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** After one to the end. What somebody brought from elsewhere stays until it is answered or that place has nothing or something else. */
    Looks found(Optional<UpgradePlan> found, Optional<String> from, Optional<String> announced, Instant now) {
        boolean takes = plan.isEmpty() || source.equals(from) || found.isPresent() && from.isPresent();
        return new Looks(takes ? found : plan, takes ? from : source, Optional.of(now), Optional.empty(), announced);
    }

    /** After one that failed: what was found before was verified and stays. */
    Looks failed(RefusedFor reason) {
        return new Looks(plan, source, looked, Optional.of(reason), platform);
    }

    /** Nothing is offered any more. */
    Looks withoutPlan() {
        return new Looks(Optional.empty(), Optional.empty(), looked, failed, platform);
    }
}
