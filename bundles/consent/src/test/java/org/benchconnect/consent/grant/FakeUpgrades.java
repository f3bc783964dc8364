package org.benchconnect.consent.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.core.upgrade.Upgrades;

/** An upgrade utility that offers what the test says and stages nothing; what is not asked here fails. */
public final class FakeUpgrades implements Upgrades {
    /** What was approved, oldest first. */
    public final List<Approval> approved = new ArrayList<>();
    /** What was refused. */
    public final List<String> refused = new ArrayList<>();
    /** What is in the way now. */
    public List<Hindrance> hindrances = List.of();
    /** Why the next approval fails. */
    public Optional<RefusedFor> fails = Optional.empty();
    /** Done while a generation is staged. */
    public Runnable duringApproval = () -> {};
    /** Until when a statement counts. */
    public Optional<Instant> idleUntil = Optional.empty();

    private Phase phase = Phase.NOTHING_NEW;
    private Optional<UpgradePlan> plan = Optional.empty();

    /** From now on. */
    public void offers(UpgradePlan one) {
        phase = Phase.OFFERED;
        plan = Optional.of(one);
    }

    /** From now on, with the same plan. */
    public void is(Phase now) {
        phase = now;
    }

    @Override
    public UpgradeState state() {
        return new UpgradeState(
                phase,
                1,
                Optional.empty(),
                plan,
                phase == Phase.WAITS ? approved.stream().reduce((one, two) -> two) : Optional.empty(),
                hindrances,
                Optional.empty(),
                idleUntil,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Hindrance> hindrances() {
        return hindrances;
    }

    @Override
    public void approve(String id, Approval approval) throws FeatureRefusedException {
        if (fails.isPresent() || plan.filter(one -> one.id().equals(id)).isEmpty()) {
            throw new FeatureRefusedException(fails.orElse(RefusedFor.STALE), "it fails");
        }
        duringApproval.run();
        approved.add(approval);
        phase = Phase.WAITS;
    }

    @Override
    public boolean refuse(String id) {
        boolean found = plan.filter(one -> one.id().equals(id)).isPresent();
        if (found) {
            refused.add(id);
            phase = Phase.NOTHING_NEW;
            plan = Optional.empty();
        }
        return found;
    }

    @Override
    public void statedIdle(AccountId by, Instant until) {
        idleUntil = Optional.of(until);
    }

    @Override
    public UpgradeState check(Optional<String> source) {
        throw notOfConsents("looks");
    }

    @Override
    public void lookSoon() {
        throw notOfConsents("looks");
    }

    @Override
    public void goBack(Optional<AccountId> by) {
        throw notOfConsents("goes back");
    }

    @Override
    public List<UpgradeRecord> records() {
        throw notOfConsents("reads records");
    }

    private static AssertionError notOfConsents(String what) {
        return new AssertionError("whoever takes answers never " + what);
    }
}
