package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import java.util.function.Predicate;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Entry;
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
    private final Predicate<Entry> damaged;

    /** @param damaged whether a line is one of a journal that was found damaged */
    Resumption(GenerationSteps steps, Written journal, Predicate<Entry> damaged) {
        this.steps = steps;
        this.journal = journal;
        this.damaged = damaged;
    }

    /** What is to be done. */
    enum What {
        /** Nothing was under way. */
        NOTHING,
        /** An allowed generation lies there whole. */
        STAGED,
        /** A yes whose generation is not there whole, was made upon another one than runs, or comes from a damaged journal. */
        LOST,
        /** A generation has to show that it is well, from the beginning. */
        ON_TRIAL,
        /** It was to go back, and did not yet. */
        GOES_BACK
    }

    /**
     * What was found.
     *
     * @param waiting of {@link What#STAGED} and {@link What#LOST}
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
        settle(steps, journal);
        Optional<Waiting.Written> written = Waiting.of(journal.entries());
        if (written.isEmpty()) {
            return Found.of(What.NOTHING);
        }
        What what = stillHolds(written.get()) ? What.STAGED : What.LOST;
        return new Found(what, written.map(Waiting.Written::waiting));
    }

    /** An old generation, or one that was made without what runs, is never gone on with. */
    private boolean stillHolds(Waiting.Written written) throws FeatureRefusedException {
        Waiting staged = written.waiting();
        int current = steps.current();
        return staged.before() == current
                && staged.generation() > current
                && written.line().filter(damaged.negate()).isPresent()
                && steps.isWhole(staged.generation());
    }

    /** Nothing is on trial: a change that the journal leaves open was committed, or the launcher went back from it. */
    static void settle(GenerationSteps steps, Written journal) throws FeatureRefusedException {
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
