package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generation that has to show that it is well: looked at until it stays or goes back. Used under the lock of {@link Course}; what returns from a change of modules after the
 * course was closed does nothing more.
 */
final class OnTrial {
    private static final Logger LOG = LoggerFactory.getLogger(OnTrial.class);

    private final GenerationSteps steps;
    private final Written journal;
    private final Surroundings around;
    private final BaselineFile kept;
    private final UpgradeSettings settings;
    private final Clock clock;
    private final Clock steady;
    private final Consumer<Phase> shows;
    private final BooleanSupplier closed;
    private @Nullable Proof proof;

    /**
     * @param shows called with each phase that begins here
     * @param closed whether this belongs to the past
     */
    OnTrial(
            GenerationSteps steps,
            Written journal,
            Surroundings around,
            BaselineFile kept,
            UpgradeSettings settings,
            Clock clock,
            Clock steady,
            Consumer<Phase> shows,
            BooleanSupplier closed) {
        this.steps = steps;
        this.journal = journal;
        this.around = around;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
        this.steady = steady;
        this.shows = shows;
        this.closed = closed;
    }

    /** Whether what is on trial is an older generation, which a person went back to. */
    boolean isWayBack() {
        return steps.trial().filter(now -> now.before() > now.generation()).isPresent();
    }

    /** How everything is before a change. */
    Baseline before() {
        return Baseline.of(around.healthBefore());
    }

    /**
     * Changes the modules; the new generation is on trial when this returns.
     *
     * @throws FeatureRefusedException if what ran before runs again
     */
    void switchTo(int generation, Baseline baseline) throws FeatureRefusedException {
        kept.write(baseline);
        shows.accept(Phase.SWITCHES);
        try {
            steps.switchTo(generation);
        } catch (FeatureRefusedException e) {
            end();
            throw e;
        }
        if (!closed.getAsBoolean()) {
            begins(baseline);
        }
    }

    /** To an older generation, which was committed once: parts that it never had are not missed. */
    void wayBackTo(int generation) throws FeatureRefusedException {
        journal.write(new Step.WentBack(steps.current(), generation, WentBackFor.PERSON.name()));
        switchTo(generation, before().withoutWell());
    }

    /** It lay on trial already. */
    void goesOn() {
        begins(kept.read());
    }

    private void begins(Baseline baseline) {
        proof = new Proof(baseline, clock, steady, settings.health());
        shows.accept(Phase.PROVES);
    }

    /** When it stays if all stays well. */
    Optional<Instant> provenAt() {
        return Optional.ofNullable(proof).map(Proof::provenAt);
    }

    /** Looks, and carries out what follows. */
    void look() {
        Proof now = proof;
        if (now == null || steps.trial().isEmpty()) {
            settle(); // the launcher went back, or somebody else committed
            return;
        }
        Optional<WentBackFor> reason = now.look(around::health);
        try {
            if (reason.isPresent()) {
                goBack(reason.get());
            } else if (now.isDone()) {
                commit();
            }
        } catch (FeatureRefusedException e) {
            if (!closed.getAsBoolean()) {
                LOG.warn("tried again: {}", e.getMessage());
            }
        }
    }

    private void commit() throws FeatureRefusedException {
        int generation = steps.current();
        if (!isToldHealthy(generation)) {
            journal.write(new Step.Healthy(generation));
        }
        steps.commit();
        LOG.info("generation {} was well, and stays", generation);
        end();
    }

    /** A commit that the disk did not take is tried again. */
    private boolean isToldHealthy(int generation) {
        List<Entry> entries = journal.entries();
        return !entries.isEmpty() && entries.get(entries.size() - 1).step().equals(new Step.Healthy(generation));
    }

    /** Back, with the reason in the journal before: this may be the last that this object does. */
    void goBack(WentBackFor reason) throws FeatureRefusedException {
        GenerationSteps.Trial trial = steps.trial().orElseThrow();
        LOG.warn("generation {} goes back to {}: {}", trial.generation(), trial.before(), reason);
        journal.write(new Step.WentBack(trial.generation(), trial.before(), reason.name()));
        goBackAsWritten();
    }

    /** Back, for the reason that the journal has already. */
    void goBackAsWritten() throws FeatureRefusedException {
        shows.accept(Phase.GOES_BACK);
        steps.goBack();
        end();
    }

    private void settle() {
        try {
            Resumption.settle(steps, journal);
        } catch (FeatureRefusedException e) {
            LOG.warn("how the change ended cannot be told: {}", e.getMessage());
        }
        end();
    }

    /** Nothing is on trial any more, as far as this object knows. */
    void end() {
        if (!closed.getAsBoolean()) {
            proof = null;
            shows.accept(Phase.NOTHING_NEW);
        }
    }
}
