package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The allowed upgrade that lies there staged and waits, and what it waits for. Used under the lock of {@link Course}, {@link #refuses} without. */
final class Staged {
    private static final Logger LOG = LoggerFactory.getLogger(Staged.class);
    private static final Duration APPROVED = Duration.ofDays(14); // so long a yes lasts

    private final GenerationSteps steps;
    private final Written journal;
    private final Surroundings around;
    private final UpgradeSettings settings;
    private final Statement statement;
    private final Clock clock;
    private final Clock steady;
    private final Calm calm = new Calm();
    private Optional<Waiting> waiting = Optional.empty();
    private List<Hindrance> hindrances = List.of();
    private int own; // the newest generation that was staged here
    private volatile Optional<String> refused = Optional.empty(); // the newest plan that somebody said no to

    Staged(
            GenerationSteps steps,
            Written journal,
            Surroundings around,
            UpgradeSettings settings,
            Statement statement,
            Clock clock,
            Clock steady) {
        this.steps = steps;
        this.journal = journal;
        this.around = around;
        this.settings = settings;
        this.statement = statement;
        this.clock = clock;
        this.steady = steady;
    }

    Optional<Waiting> waiting() {
        return waiting;
    }

    /** What is in its way, as it was last looked at. */
    List<Hindrance> hindrances() {
        return hindrances;
    }

    boolean isAbout(String plan) {
        return waiting.filter(now -> now.id().equals(plan)).isPresent();
    }

    /** Writes the generation of a plan that a person allowed. */
    void stage(UpgradePlan plan, Approval approval) throws FeatureRefusedException {
        journal.consented(plan.id(), approval);
        refused = Optional.empty();
        int base = steps.current();
        try {
            int generation = steps.stage(documents(plan));
            own = generation;
            waiting = Optional.of(new Waiting(plan.id(), Optional.of(plan), generation, base, approval));
        } catch (FeatureRefusedException e) {
            journal.write(new Step.Refused(plan.id(), Ended.ENDED_NOT_STAGED.name()));
            throw e;
        }
        LOG.info("upgrade {} is allowed and staged", plan.id());
        look();
    }

    /** The documents of a plan. */
    static List<String> documents(UpgradePlan plan) {
        return plan.features().stream().map(FeaturePlan::document).toList();
    }

    /** The same plan is allowed again, in another way. */
    void allowedAgain(Approval approval) throws FeatureRefusedException {
        Waiting now = waiting.orElseThrow();
        journal.consented(now.id(), approval);
        refused = Optional.empty();
        waiting = Optional.of(now.with(approval));
        look();
    }

    /** It lay there already. */
    void goesOn(Waiting found) {
        waiting = Optional.of(found);
        look();
    }

    /** A look found its plan again. */
    void found(UpgradePlan plan) {
        waiting = waiting.map(now -> now.id().equals(plan.id()) ? now.with(plan) : now);
    }

    /** Looks at what is in its way. */
    void look() {
        hindrances = waiting.map(now -> inTheWay(now.approval())).orElse(List.of());
        calm.saw(waiting.isPresent() && hindrances.isEmpty(), steady.instant());
    }

    private List<Hindrance> inTheWay(Approval approval) {
        List<Hindrance> all = new ArrayList<>(around.hindrances(statement.counts()));
        statement.sees(all);
        if (approval.when() == Approval.When.IN_WINDOW
                && !settings.window().isOpen(clock.instant().atZone(clock.getZone()))) {
            all.add(Hindrance.of(Hindrance.Reason.WINDOW));
        }
        return List.copyOf(all);
    }

    /** What it was staged upon is not what runs: a feature was installed or removed meanwhile. */
    boolean isOutdated() throws FeatureRefusedException {
        return steps.current() != waiting.orElseThrow().before();
    }

    /** Whether its yes is too old, by the PC's clock. */
    boolean isExpired() {
        return clock.instant().isAfter(waiting.orElseThrow().approval().at().plus(APPROVED));
    }

    /** Whether a plan, computed for what runs now, does what was allowed and no more. */
    boolean doesTheSame(UpgradePlan computed) {
        return waiting.flatMap(Waiting::plan)
                .filter(allowed -> allowed.changes().equals(computed.changes())
                        && allowed.stops().equals(computed.stops())
                        && allowed.asked().equals(computed.asked()))
                .isPresent();
    }

    /** Stages it upon what runs. */
    void stageAnew(UpgradePlan computed) throws FeatureRefusedException {
        Waiting now = waiting.orElseThrow();
        forget();
        steps.discard(now.generation());
        stage(computed, now.approval());
    }

    /** Whether a standing consent allowed it. */
    boolean isByStanding() {
        return waiting.flatMap(now -> now.approval().standing()).isPresent();
    }

    /** Somebody says no: it counts at once, whoever is at work meanwhile. */
    void refuses(String plan) {
        refused = Optional.of(plan);
    }

    /** Whether it may not be carried out any more, by the newest no or by the ledger. */
    boolean isTakenBack() {
        Waiting now = waiting.orElseThrow();
        return isRefused() || around.isAllowed(now.id(), now.approval()).equals(Optional.of(false));
    }

    /** Whether the ledger says now that it is allowed: while that cannot be read, it waits. */
    boolean isConfirmed() {
        Waiting now = waiting.orElseThrow();
        return around.isAllowed(now.id(), now.approval()).equals(Optional.of(true));
    }

    /** Whether nothing is in its way, and was not at any look of the last two seconds. */
    boolean isFree() {
        return hindrances.isEmpty() && calm.isLongEnough();
    }

    /** Looks once more, now. */
    boolean mayGo() {
        look();
        return isFree() && !isRefused();
    }

    private boolean isRefused() {
        return waiting.map(Waiting::id).equals(refused);
    }

    /** Nothing of a plan is carried out, and what was staged for it goes; above the current generation nothing else is. */
    void drop(String plan, String reason) {
        journal.write(new Step.Refused(plan, reason));
        waiting.map(Waiting::generation).filter(this::isOnlyStaged).ifPresent(steps::discard);
        forget();
    }

    private boolean isOnlyStaged(int generation) {
        try {
            return generation == own || generation > steps.current();
        } catch (FeatureRefusedException e) {
            LOG.debug("no generation is named as the current one", e);
            return false;
        }
    }

    /** It was switched to, or what became of it is looked up. */
    void forget() {
        waiting = Optional.empty();
        hindrances = List.of();
    }
}
