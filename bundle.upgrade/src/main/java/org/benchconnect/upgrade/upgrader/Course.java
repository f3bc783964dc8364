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
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Picture picture;
    private final Offers offers;
    private final Staged staged;
    private final OnTrial trial;
    private final Pending pending;
    private final Resuming resuming;

    /** The phase from the switch to its end; guarded by the lock. */
    private Optional<Phase> changing = Optional.empty();

    private final Wanted wanted = new Wanted();
    private volatile boolean looking;
    private volatile boolean closed;

    /** All that it needs; time by the PC's clock in its zone, and by one that only advances. */
    Course(
            GenerationSteps steps,
            Journal journal,
            Surroundings around,
            Kept kept,
            UpgradeSettings settings,
            Clock clock,
            Clock steady) {
        this.steps = steps;
        this.journal = new Written(journal);
        this.around = around;
        this.statement = new Statement(clock, steady);
        this.picture = new Picture(steps, journal, steady);
        this.offers = new Offers(this.journal, clock);
        this.staged = new Staged(steps, this.journal, around, settings, statement, clock, steady);
        this.pending = new Pending(steps, this.journal, offers, staged, wanted);
        this.trial = new OnTrial(
                steps, this.journal, around, kept.baseline(), settings, clock, steady, this::shows, () -> closed);
        this.resuming = new Resuming(steps, this.journal, around, staged, trial, kept.damaged()::have);
    }

    /** How it is; at most one second old. */
    UpgradeState state() {
        return picture.state();
    }

    /** The newest yes that ended by itself; at most one second old. */
    Optional<Ended.Told> ended() {
        return picture.ended();
    }

    /** What looks are wanted because of what is under way. */
    Wanted wanted() {
        return wanted;
    }

    /** Where what is offered, or allowed, came from. */
    Optional<String> source() {
        return offers.looks().source();
    }

    /** What is in the way of anything disruptive, the window apart. */
    List<Hindrance> hindrances() {
        List<Hindrance> seen = around.hindrances(statement.counts());
        statement.sees(seen);
        return seen;
    }

    /** A person looked. */
    void statedIdle(Instant until) {
        statement.counts(until);
    }

    /** Whether a look by itself would bring anything now. */
    boolean wantsLook() {
        Phase now = state().phase();
        return now == Phase.NOTHING_NEW || now == Phase.OFFERED || now == Phase.WAITS;
    }

    /** A look is under way, or not any more. */
    void looking(boolean now) {
        looking = now;
        locked(() -> {});
    }

    /** @param asked whether a person wants to see it although it went back or was refused here */
    void found(Optional<UpgradePlan> plan, Optional<String> source, Optional<String> platform, boolean asked) {
        locked(() -> pending.found(plan, source, platform, asked, changing.isEmpty()));
    }

    /** A look that {@link Wanted#takeAgain} wanted is over: what it did not bring is not carried out. */
    void lookedAgain() {
        locked(pending::lookedAgain);
    }

    /** A look failed; only the reason is kept. */
    void failed(RefusedFor reason) {
        locked(() -> offers.failed(reason));
    }

    /** Stages a plan that a person allowed. */
    void approve(String plan, Approval approval) throws FeatureRefusedException {
        lock.lock();
        try {
            resume();
            if (changing.isPresent()) {
                throw Offers.stale();
            }
            pending.approve(plan, approval);
        } finally {
            publish();
            lock.unlock();
        }
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
            return changing.isEmpty() && pending.refuse(plan);
        } finally {
            publish();
            lock.unlock();
        }
    }

    /** Back to the generation before, now. */
    void goBack() throws FeatureRefusedException {
        lock.lock();
        try {
            resume();
            if (steps.trial().isPresent() && !trial.isWayBack()) {
                trial.goBack(WentBackFor.PERSON);
                return;
            }
            int current = steps.current();
            int before = Optional.of(steps)
                    .filter(now -> !trial.isWayBack())
                    .flatMap(GenerationSteps::before)
                    .filter(one -> one < current)
                    .orElseThrow(() -> new FeatureRefusedException(
                            RefusedFor.NO_WAY_BACK, "There is no older generation to go back to now."));
            staged.waiting().ifPresent(now -> pending.drop(now.id(), WentBackFor.PERSON));
            trial.wayBackTo(before);
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
            Phase phase = phase();
            if (phase == Phase.WAITS) {
                waits();
            } else if (phase == Phase.PROVES) {
                trial.look();
            } else if (statement.counts()) {
                hindrances(); // it ends with the first acquisition that is seen
            }
        } catch (RuntimeException e) {
            startsOver(e);
        } finally {
            publish();
            lock.unlock();
        }
    }

    private void waits() {
        staged.look();
        try {
            if (pending.isGoodStill() && staged.isFree()) {
                switchTo(staged.waiting().orElseThrow());
            }
        } catch (FeatureRefusedException e) {
            if (!closed) {
                LOG.warn("the upgrade is not carried out: {}, {}", e.reason(), e.getMessage());
                staged.waiting().ifPresent(one -> pending.drop(one.id(), WentBackFor.NOT_STARTED));
            }
        }
    }

    private void switchTo(Waiting now) throws FeatureRefusedException {
        Baseline baseline = trial.before();
        if (staged.isTakenBack()) {
            pending.refuse(now.id());
        } else if (staged.isConfirmed() && staged.mayGo() && !closed) { // looked at again: all of that took its time
            statement.ends();
            trial.switchTo(now.generation(), baseline);
        }
    }

    private void resume() {
        try {
            if (resuming.now()) {
                wanted.soon(); // what it is, in detail, only a look says
            }
        } catch (FeatureRefusedException e) {
            LOG.warn("what was under way cannot be told yet: {}", e.getMessage());
        }
    }

    /** What lies on the disk says what is so. */
    private void startsOver(RuntimeException e) {
        if (!closed) {
            LOG.error("a step failed unexpectedly; what is under way is looked at again", e);
            resuming.again();
            staged.forget();
            trial.end();
        }
    }

    private Phase phase() {
        return changing.orElseGet(pending::phase);
    }

    private void shows(Phase now) {
        if (closed) {
            return;
        }
        if (now == Phase.PROVES) {
            staged.forget();
        }
        if (now == Phase.PROVES || now == Phase.NOTHING_NEW) {
            offers.withoutPlan(); // computed for another generation
        }
        changing = Optional.of(now).filter(one -> one != Phase.NOTHING_NEW);
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
            Phase phase = phase();
            Phase shown = looking && phase == Phase.NOTHING_NEW ? Phase.LOOKS : phase;
            boolean changed = picture.publish(
                    shown, offers.looks(), staged.waiting(), staged.hindrances(), trial.provenAt(), statement.until());
            if (changed) {
                statement.ends(); // a feature that was installed by it used it up
            }
        }
    }

    /** From now on nothing is done by this object. */
    void close() {
        closed = true;
    }
}
