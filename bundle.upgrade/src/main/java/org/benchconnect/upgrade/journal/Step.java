package org.benchconnect.upgrade.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.ModuleStep;

/**
 * One step of a change of generation. {@link Staged}, {@link Switched} and {@link Committed} are written by whoever carries the steps out, and so is {@link WentBack} if
 * modules did not start; all others, and why something went back, by whoever decides.
 */
public sealed interface Step {
    /** What a newer release would change was fetched and verified whole. */
    record Verified(String plan, Set<String> documents) implements Step {
        /** Copies the set. */
        public Verified {
            documents = Set.copyOf(documents);
        }
    }

    /** A person allowed it; the ledger has that. */
    record Consented(String plan, Approval approval) implements Step {}

    /** A generation lies there whole, and nothing names it. */
    record Staged(int generation, int before, Optional<String> plan) implements Step {}

    /**
     * The pointer is about to move, and then the modules change. The way back lies there already: without one, it did not only begin but end.
     *
     * @param generation where to
     * @param before what ran
     * @param kind which change
     * @param plan the identity of its plan, if it has one
     * @param features each that changes
     * @param modules each that changes
     */
    record Switched(
            int generation,
            int before,
            Kind kind,
            Optional<String> plan,
            List<FeatureStep> features,
            List<ModuleStep> modules)
            implements Step {
        /** Copies the lists. */
        public Switched {
            features = List.copyOf(features);
            modules = List.copyOf(modules);
        }
    }

    /** It was well for as long as it has to be. */
    record Healthy(int generation) implements Step {}

    /** It stays: no way back lies there any more. */
    record Committed(int generation) implements Step {}

    /**
     * What ran before runs again, or does so with the next start.
     *
     * @param generation what was gone back from
     * @param to what runs instead
     * @param reason a token of {@code [A-Z_]{1,60}}, such as {@link #CRASHED}
     */
    record WentBack(int generation, int to, String reason) implements Step {}

    /**
     * Power was lost between {@link Switched} and the pointer: its modules never ran, and nothing happened.
     *
     * @param generation what would have run
     */
    record NotBegun(int generation) implements Step {}

    /** A person said no, or it broke a rule: not offered again by itself. */
    record Refused(String plan, String reason) implements Step {}

    /** {@link WentBack}: a module did not start. */
    String NOT_STARTED = "NOT_STARTED";

    /** {@link WentBack}: the launcher had gone back when the agent started. */
    String CRASHED = "CRASHED";
}
