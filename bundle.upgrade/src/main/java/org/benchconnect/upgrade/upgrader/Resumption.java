package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was under way when the agent or this bundle ended: what lies on trial says what runs, the journal says how it came to that. Where both differ, what lies there counts and
 * the journal is completed.
 */
final class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final GenerationSteps steps;
    private final Written journal;

    Resumption(GenerationSteps steps, Written journal) {
        this.steps = steps;
        this.journal = journal;
    }

    /** What is to be done. */
    enum What {
        /** Nothing was under way. */
        NOTHING,
        /** An allowed generation lies there whole. */
        STAGED,
        /** A generation has to show that it is well, from the beginning. */
        ON_TRIAL,
        /** It was to go back, and did not yet. */
        GOES_BACK
    }

    /**
     * What was found.
     *
     * @param waiting of {@link What#STAGED}
     */
    record Found(What what, Optional<Waiting> waiting) {
        static Found of(What what) {
            return new Found(what, Optional.empty());
        }
    }

    Found now() throws FeatureRefusedException {
        Optional<GenerationSteps.Trial> trial = steps.trial();
        if (trial.isPresent()) {
            int generation = trial.get().generation();
            boolean wentBack = journal.last()
                    .filter(record -> record.generation() == generation && record.outcome() == Outcome.WENT_BACK)
                    .isPresent();
            return Found.of(wentBack ? What.GOES_BACK : What.ON_TRIAL);
        }
        settle();
        return Waiting.of(journal.entries())
                .filter(staged -> steps.isWhole(staged.generation()))
                .map(staged -> new Found(What.STAGED, Optional.of(staged)))
                .orElse(Found.of(What.NOTHING));
    }

    /** Nothing is on trial: a change that the journal leaves open was committed, or the launcher went back from it. */
    void settle() throws FeatureRefusedException {
        Optional<UpgradeRecord> open = journal.last().filter(record -> record.outcome() == Outcome.PROVES);
        if (open.isEmpty()) {
            return;
        }
        int current = steps.current();
        int generation = open.get().generation();
        if (current == generation) {
            journal.write(new Step.Committed(generation));
        } else {
            LOG.warn("the launcher went back from generation {} to {}", generation, current);
            journal.write(new Step.WentBack(generation, current, WentBackFor.CRASHED.name()));
        }
    }
}
