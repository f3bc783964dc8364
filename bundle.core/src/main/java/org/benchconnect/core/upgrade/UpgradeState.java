package org.benchconnect.core.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.RefusedFor;

/**
 * How the upgrade utility is now.
 *
 * @param phase what it does
 * @param generation the number of the running generation
 * @param before the generation that going back would lead to; empty if there is none
 * @param plan what is offered, or under way
 * @param approval who allowed it; empty before
 * @param waitsFor why an allowed plan is not carried out yet; empty if nothing is in its way
 * @param provenAt while it {@link Phase#PROVES}: when it is committed if all stays well
 * @param idleUntil until when a person's "idle, I looked" counts; empty if none does
 * @param looked when a source was last asked to the end
 * @param failed why the last look failed; empty if it did not
 * @param platform the version of an installer that is announced and newer than this one; empty if none is
 * @param last the newest change of the generation; empty before the first
 */
public record UpgradeState(
        Phase phase,
        int generation,
        Optional<Integer> before,
        Optional<UpgradePlan> plan,
        Optional<Approval> approval,
        List<Hindrance> waitsFor,
        Optional<Instant> provenAt,
        Optional<Instant> idleUntil,
        Optional<Instant> looked,
        Optional<RefusedFor> failed,
        Optional<String> platform,
        Optional<UpgradeRecord> last) {
    /** What the upgrade utility does. */
    public enum Phase {
        /** Nothing: nothing is new, or nobody looked yet. */
        NOTHING_NEW,
        /** A source is asked, and what is new is fetched and verified. */
        LOOKS,
        /** Something new was verified and waits for a person's answer. */
        OFFERED,
        /** A person allowed it, and it waits: {@link UpgradeState#waitsFor} says for what. */
        WAITS,
        /** Modules change now. */
        SWITCHES,
        /** The new generation runs and has to show that it is well. */
        PROVES,
        /** The generation before comes back now. */
        GOES_BACK
    }

    /** Copies the list. */
    public UpgradeState {
        waitsFor = List.copyOf(waitsFor);
    }
}
