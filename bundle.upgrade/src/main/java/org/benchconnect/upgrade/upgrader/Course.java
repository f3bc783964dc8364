package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course of an upgrade from the offer to the end, in the one order there is. Every step is a method under one lock; {@link #tick} carries out what is due. While modules
 * change the lock is held, and this object may belong to a bundle that goes: once {@link #close closed}, it does nothing more, whatever returns to it; its successor goes on from the
 * journal and from what lies on trial.
 */
final class Course {
    private static final Logger LOG = LoggerFactory.getLogger(Course.class);

    private final GenerationSteps steps;
    private final Written journal;
    private final Surroundings around;
    private final Statement statement;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Picture picture;
    private final Staged staged;
    private final OnTrial trial;

    /** Guarded by the lock, as the two below. */
    private Phase phase = Phase.NOTHING_NEW;

    private boolean resumed;
    private Looks looks = Looks.NONE;
    private volatile boolean looking;
    private volatile boolean closed;

    /** All that it needs; time by the PC's clock in its zone, and by one that only advances. */
    Course(
            GenerationSteps steps,
            Journal journal,
            Surroundings around,
            BaselineFile kept,
            UpgradeSettings settings,
            Clock clock,
            Clock steady) {
        this.steps = steps;
        this.journal = new Written(journal);
        this.around = around;
        this.statement = new Statement(clock, steady);
        this.clock = clock;
        this.picture = new Picture(steps, journal, steady);
        this.staged = new Staged(steps, this.journal, around, settings, statement, clock);
        this.trial = new OnTrial(steps, this.journal, around, kept, settings, clock, steady, this::shows, () -> closed);
    }

    /** How it is; at most one second old. */
    UpgradeState state() {
        return picture.state();
    }

    /** What is in the way of anything disruptive, the window apart. */
    List<Hindrance> hindrances() {
        return around.hindrances(statement.counts());
    }

    /** A person looked. */
    void statedIdle(Instant until) {
        statement.counts(until);
    }

    /** Whether a look by itself would bring anything now. */
    boolean wantsLook() {
        UpgradeState now = state();
        return now.phase() == Phase.NOTHING_NEW
                || now.phase() == Phase.OFFERED
                || now.phase() == Phase.WAITS
                        && now.plan().map(Picture::isOnlyRemembered).orElse(true);
    }

    /** A look is under way, or not any more. */
    void looking(boolean now) {
        looking = now;
        locked(() -> {});
    }

    /** @param asked whether a person wants to see it although it went back or was refused here */
    void found(Optional<UpgradePlan> plan, Optional<String> source, Optional<String> platform, boolean asked) {
        locked(() -> {
            plan.ifPresent(staged::found);
            Optional<UpgradePlan> shown =
                    plan.filter(one -> asked || !journal.notOffered().contains(one.id()));
            looks = looks.found(shown, source, platform, clock.instant());
            if (phase == Phase.NOTHING_NEW || phase == Phase.OFFERED) {
                phase = offered();
                shown.ifPresent(one -> journal.verified(one, Staged.documents(one)));
            }
        });
    }

    private Phase offered() {
        return looks.plan().isPresent() ? Phase.OFFERED : Phase.NOTHING_NEW;
    }

    /** A look failed; only the reason is kept. */
    void failed(RefusedFor reason) {
        locked(() -> looks = looks.failed(reason));
    }

    /** Stages a plan that a person allowed. */
    void approve(String plan, Approval approval) throws FeatureRefusedException {
        lock.lock();
        try {
            resume();
            if (phase == Phase.WAITS && staged.isAbout(plan)) {
                staged.allowedAgain(approval);
            } else {
                staged.stage(offered(plan), approval);
                phase = Phase.WAITS;
            }
        } finally {
            publish();
            lock.unlock();
        }
    }

    private UpgradePlan offered(String plan) throws FeatureRefusedException {
        return looks.plan()
                .filter(now -> phase == Phase.OFFERED && now.id().equals(plan))
                .orElseThrow(() -> new FeatureRefusedException(
                        RefusedFor.STALE, "This upgrade is not offered any more. Look for upgrades again."));
    }

    /** Returns whether there was such a plan that was not switched to yet. */
    boolean refuse(String plan) {
        UpgradeState now = state();
        if (now.phase() == Phase.SWITCHES
                || now.plan().filter(one -> one.id().equals(plan)).isEmpty()) {
            return false;
        }
        staged.refuses(plan);
        lock.lock();
        try {
            boolean was = phase == Phase.WAITS && staged.isAbout(plan)
                    || phase == Phase.OFFERED
                            && looks.plan().filter(one -> one.id().equals(plan)).isPresent();
            if (was) {
                drop(plan, WentBackFor.PERSON);
            }
            return was;
        } finally {
            publish();
            lock.unlock();
        }
    }

    private void drop(String plan, WentBackFor reason) {
        staged.drop(plan, reason.name());
        looks = looks.withoutPlan();
        phase = Phase.NOTHING_NEW;
    }

    /** Back to the generation before, now. */
    void goBack() throws FeatureRefusedException {
        lock.lock();
        try {
            resume();
            if (steps.trial().isPresent()) {
                trial.goBack(WentBackFor.PERSON);
                return;
            }
            int before = steps.before()
                    .orElseThrow(() -> new FeatureRefusedException(
                            RefusedFor.NO_WAY_BACK, "There is no generation to go back to."));
            staged.waiting().ifPresent(now -> drop(now.id(), WentBackFor.PERSON));
            trial.switchTo(before, trial.before());
        } finally {
            publish();
            lock.unlock();
        }
    }

    /** Carries out what is due; called every quarter of a second, and passes if another step is under way. */
    void tick() {
        if (closed || !lock.tryLock()) {
            return;
        }
        try {
            resume();
            if (phase == Phase.WAITS) {
                waits();
            } else if (phase == Phase.PROVES) {
                trial.look();
            }
        } catch (RuntimeException e) {
            startsOver(e);
        } finally {
            publish();
            lock.unlock();
        }
    }

    private void waits() {
        Waiting now = staged.waiting().orElseThrow();
        staged.look();
        try {
            if (staged.isOutdated()) {
                phase = offered();
                staged.stageAnew();
                phase = staged.waiting().isPresent() ? Phase.WAITS : phase;
            } else if (staged.hindrances().isEmpty()) {
                switchTo(now);
            }
        } catch (FeatureRefusedException e) {
            if (!closed) {
                LOG.warn("the upgrade is not carried out: {}, {}", e.reason(), e.getMessage());
                staged.waiting().ifPresent(one -> drop(one.id(), WentBackFor.NOT_STARTED));
            }
        }
    }

    private void switchTo(Waiting now) throws FeatureRefusedException {
        Baseline baseline = trial.before();
        if (staged.isTakenBack()) {
            drop(now.id(), WentBackFor.PERSON);
        } else if (staged.mayGo() && !closed) { // looked at again: all of that took its time
            trial.switchTo(now.generation(), baseline);
        }
    }

    /** Goes on where an agent or bundle before this one was; once. */
    private void resume() {
        if (resumed) {
            return;
        }
        try {
            Resumption.Found found = new Resumption(steps, journal).now();
            Optional<Boolean> allowed = found.waiting()
                    .map(now -> around.isAllowed(now.id(), now.approval()))
                    .orElse(Optional.of(false));
            if (allowed.isEmpty()) {
                return; // the ledger will say
            }
            resumed = true;
            switch (found.what()) {
                case ON_TRIAL -> trial.goesOn();
                case GOES_BACK -> trial.goBackAsWritten();
                case STAGED -> resume(found.waiting().orElseThrow(), allowed.get());
                case NOTHING -> LOG.debug("nothing was under way");
            }
        } catch (FeatureRefusedException e) {
            LOG.warn("what was under way cannot be told yet: {}", e.getMessage());
        }
    }

    private void resume(Waiting found, boolean allowed) throws FeatureRefusedException {
        staged.goesOn(found);
        if (allowed) {
            phase = Phase.WAITS;
        } else {
            drop(found.id(), WentBackFor.PERSON);
        }
    }

    /** What lies on the disk says what is so. */
    private void startsOver(RuntimeException e) {
        if (!closed) {
            LOG.error("a step failed unexpectedly; what is under way is looked at again", e);
            resumed = false;
            staged.forget();
            trial.end();
        }
    }

    private void shows(Phase now) {
        if (closed) {
            return;
        }
        if (now == Phase.PROVES) {
            staged.forget();
            looks = looks.withoutPlan();
        }
        phase = now;
        publish();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            publish();
            lock.unlock();
        }
    }

    private void publish() {
        if (!closed) {
            Phase shown = looking && phase == Phase.NOTHING_NEW ? Phase.LOOKS : phase;
            picture.publish(shown, looks, staged.waiting(), staged.hindrances(), trial.provenAt(), statement.until());
        }
    }

    /** From now on nothing is done by this object. */
    void close() {
        closed = true;
    }
}
