package org.benchconnect.upgrade.upgrader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;

/**
 * An upgrade that was allowed and staged, and was not switched to yet.
 *
 * @param id the identity of its plan
 * @param plan the plan itself; empty after a start of the agent, until a look finds it again
 * @param generation where it lies; 0 if it was never staged
 * @param before what ran when it was staged
 * @param approval who allowed it
 */
record Waiting(String id, Optional<UpgradePlan> plan, int generation, int before, Approval approval) {
    /** The same, found again. */
    Waiting with(UpgradePlan found) {
        return new Waiting(id, Optional.of(found), generation, before, approval);
    }

    /** The same, allowed in another way. */
    Waiting with(Approval another) {
        return new Waiting(id, plan, generation, before, another);
    }

    /**
     * The newest yes that the journal has and neither an end of.
     *
     * @param waiting what it allows
     * @param line where it says that it is staged; empty if it does not
     */
    record Written(Waiting waiting, Optional<Entry> line) {
        private Written staged(Entry entry, Step.Staged staged) {
            return new Written(
                    new Waiting(waiting.id(), waiting.plan(), staged.generation(), staged.before(), waiting.approval()),
                    Optional.of(entry));
        }
    }

    /** What the journal says was under way when the agent ended; empty if nothing was. Whether it still holds is not said. Pure. */
    static Optional<Written> of(List<Entry> entries) {
        List<Written> open = new ArrayList<>();
        for (Entry entry : entries) {
            Step step = entry.step();
            if (step instanceof Step.Consented consented) {
                consented(open, consented);
            } else if (step instanceof Step.Staged staged && staged.plan().isPresent()) {
                open.replaceAll(
                        one -> one.waiting().id().equals(staged.plan().get()) ? one.staged(entry, staged) : one);
            } else if (step instanceof Step.Switched switched) {
                open.removeIf(one -> Optional.of(one.waiting().id()).equals(switched.plan()));
            } else if (step instanceof Step.Refused refused) {
                open.removeIf(one -> one.waiting().id().equals(refused.plan()));
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    private static void consented(List<Written> open, Step.Consented consented) {
        Optional<Written> same = open.stream()
                .filter(one -> one.waiting().id().equals(consented.plan()))
                .findFirst();
        same.ifPresent(open::remove);
        open.add(same.map(one -> new Written(one.waiting().with(consented.approval()), one.line()))
                .orElse(new Written(
                        new Waiting(consented.plan(), Optional.empty(), 0, 0, consented.approval()),
                        Optional.empty())));
    }
}
