package org.benchconnect.upgrade.upgrader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;

/**
 * An upgrade that was allowed and staged, and was not switched to yet.
 *
 * @param id the identity of its plan
 * @param plan the plan itself; empty after a start of the agent, until a look finds it again
 * @param generation where it lies
 * @param approval who allowed it
 */
record Waiting(String id, Optional<UpgradePlan> plan, int generation, Approval approval) {
    /** The same, found again. */
    Waiting with(UpgradePlan found) {
        return new Waiting(id, Optional.of(found), generation, approval);
    }

    /** What the journal says was under way when the agent ended; empty if nothing was. Pure. */
    static Optional<Waiting> of(List<Entry> entries) {
        List<Step.Consented> consents = new ArrayList<>();
        Optional<Waiting> waiting = Optional.empty();
        for (Entry entry : entries) {
            Step step = entry.step();
            if (step instanceof Step.Consented consented) {
                consents.removeIf(one -> one.plan().equals(consented.plan()));
                consents.add(consented);
                waiting = waiting.map(now -> now.id().equals(consented.plan())
                        ? new Waiting(now.id(), Optional.empty(), now.generation(), consented.approval())
                        : now);
            } else if (step instanceof Step.Staged staged && staged.plan().isPresent()) {
                String plan = staged.plan().get();
                waiting = consents.stream()
                        .filter(one -> one.plan().equals(plan))
                        .findFirst()
                        .map(one -> new Waiting(plan, Optional.empty(), staged.generation(), one.approval()));
            } else if (ends(step, waiting)) {
                waiting = Optional.empty();
            }
        }
        return waiting;
    }

    /** Whatever else was switched to meanwhile was made without it. */
    private static boolean ends(Step step, Optional<Waiting> waiting) {
        return step instanceof Step.Switched
                || step instanceof Step.Refused refused
                        && waiting.filter(now -> now.id().equals(refused.plan()))
                                .isPresent();
    }

    /** Whether a record is about it. */
    boolean isOf(UpgradeRecord change) {
        return change.generation() == generation;
    }
}
