package org.benchconnect.upgrade.upgrader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;

/**
 * What is not offered by itself: every document of a plan that went back or was refused here and was not committed since, in whatever plan it comes again. Read from the journal;
 * pure.
 */
final class Barred {
    private final Map<String, Set<String>> documents = new HashMap<>(); // of each plan, with its identity
    private final Map<Integer, Set<String>> upgrades =
            new HashMap<>(); // the same of each generation that an upgrade made
    private final Set<String> barred = new HashSet<>();

    private Barred() {}

    static Barred of(List<Entry> entries) {
        Barred made = new Barred();
        entries.forEach(entry -> made.take(entry.step()));
        return made;
    }

    /** Whether any of its documents did not stay here. */
    boolean bars(UpgradePlan plan) {
        return barred.contains(plan.id()) || Staged.documents(plan).stream().anyMatch(barred::contains);
    }

    private void take(Step step) {
        if (step instanceof Step.Verified verified) {
            of(verified.plan()).addAll(verified.documents());
        } else if (step instanceof Step.Switched switched) {
            take(switched);
        } else if (step instanceof Step.WentBack back) {
            moved(back.generation(), back.to());
        } else if (step instanceof Step.Committed committed) {
            barred.removeAll(upgrades.getOrDefault(committed.generation(), Set.of()));
        } else if (step instanceof Step.Refused refused
                && Ended.of(refused.reason()).isEmpty()) {
            barred.addAll(of(refused.plan()));
        }
    }

    private void take(Step.Switched switched) {
        if (switched.kind() == Kind.UPGRADE) {
            Set<String> brought = new HashSet<>();
            switched.plan().ifPresent(plan -> brought.addAll(of(plan)));
            switched.features().forEach(feature -> feature.document().ifPresent(brought::add));
            upgrades.put(switched.generation(), brought);
        } else if (switched.kind() == Kind.ROLLBACK) {
            moved(switched.before(), switched.generation());
        }
    }

    /** What the upgrades between brought is gone, or is back. */
    private void moved(int from, int to) {
        upgrades.forEach((generation, brought) -> {
            if (generation > to && generation <= from) {
                barred.addAll(brought);
            } else if (generation > from && generation <= to) {
                barred.removeAll(brought);
            }
        });
    }

    private Set<String> of(String plan) {
        return documents.computeIfAbsent(plan, id -> new HashSet<>(Set.of(id)));
    }
}
