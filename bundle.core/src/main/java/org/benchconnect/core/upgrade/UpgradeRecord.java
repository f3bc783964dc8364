package org.benchconnect.core.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change of the generation, for the laboratory's validation file.
 *
 * @param generation the number that it led to
 * @param before the number that ran before
 * @param kind which change
 * @param plan the identity of its plan; empty if it had none, as going back has none
 * @param features each feature that changed
 * @param modules what happened to modules: symbolic name and digest before and after
 * @param approval who allowed it; empty if nobody had to
 * @param begun when its modules began to change
 * @param ended when it was committed or gone back from; empty while neither is so
 * @param outcome what became of it
 * @param reason why it was gone back from, a token of {@code [A-Z_]{1,60}}; empty if it was not
 */
public record UpgradeRecord(
        int generation,
        int before,
        Kind kind,
        Optional<String> plan,
        List<FeatureStep> features,
        List<ModuleStep> modules,
        Optional<Approval> approval,
        Instant begun,
        Optional<Instant> ended,
        Outcome outcome,
        Optional<String> reason) {
    /** Which change. */
    public enum Kind {
        /** Newer versions of features that were here. */
        UPGRADE,
        /** A feature was installed or removed. */
        FEATURE,
        /** A person went back to a generation that had been committed. */
        ROLLBACK
    }

    /** What became of it. */
    public enum Outcome {
        /** It runs and has to show that it is well. */
        PROVES,
        /** It was well, and stays. */
        COMMITTED,
        /** What ran before runs again. */
        WENT_BACK
    }

    /**
     * A feature before and after.
     *
     * @param name its name
     * @param from its version before; empty if it was not there
     * @param to its version afterwards; empty if it went
     * @param document the SHA-256 of its document afterwards; empty if it went or has none
     */
    public record FeatureStep(String name, Optional<String> from, Optional<String> to, Optional<String> document) {}

    /**
     * A module before and after.
     *
     * @param symbolicName its name
     * @param from the SHA-256 of its file before; empty if it was not there
     * @param to the same afterwards; empty if it went
     */
    public record ModuleStep(String symbolicName, Optional<String> from, Optional<String> to) {}

    /** Copies the lists. */
    public UpgradeRecord {
        features = List.copyOf(features);
        modules = List.copyOf(modules);
    }
}
