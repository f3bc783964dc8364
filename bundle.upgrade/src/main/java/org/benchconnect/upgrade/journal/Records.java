package org.benchconnect.upgrade.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;

/** Makes records of the lines of a journal. What was added to a generation on trial ends with it; nothing else ends with anything else. Pure. */
final class Records {
    private final Map<String, Approval> approvals = new HashMap<>();
    private final List<UpgradeRecord> records = new ArrayList<>();

    private Records() {}

    /** The newest first. */
    static List<UpgradeRecord> of(List<Entry> entries) {
        Records made = new Records();
        entries.forEach(made::take);
        Collections.reverse(made.records);
        return List.copyOf(made.records);
    }

    /** See {@link Journal#notOffered}. */
    static Set<String> notOffered(List<Entry> entries) {
        Set<String> plans = new LinkedHashSet<>();
        Records made = new Records();
        for (Entry entry : entries) {
            List<UpgradeRecord> ended = made.take(entry);
            if (entry.step() instanceof Step.Refused refused) {
                plans.add(refused.plan());
            } else if (entry.step() instanceof Step.WentBack) {
                ended.forEach(record -> record.plan().ifPresent(plans::add));
            } else if (entry.step() instanceof Step.Committed) {
                ended.forEach(record -> record.plan().ifPresent(plans::remove));
            }
        }
        return Set.copyOf(plans);
    }

    /** Returns the records that end with it. */
    private List<UpgradeRecord> take(Entry entry) {
        if (entry.step() instanceof Step.Consented consented) {
            approvals.put(consented.plan(), consented.approval());
        } else if (entry.step() instanceof Step.Switched switched) {
            records.add(begun(switched, entry.at()));
        } else if (entry.step() instanceof Step.NotBegun none) {
            records.removeAll(open(none.generation()).stream().toList());
        } else if (entry.step() instanceof Step.Committed committed) {
            Set<UpgradeRecord> ended = beneath(committed.generation(), 0);
            if (ended.isEmpty()) {
                newest(committed.generation()).ifPresent(ended::add); // it is here, whatever was said of it
            }
            return end(ended, entry.at(), Outcome.COMMITTED, Optional.empty());
        } else if (entry.step() instanceof Step.WentBack back) {
            Set<UpgradeRecord> ended = beneath(back.generation(), back.to());
            ended.addAll(upon(ended));
            return end(ended, entry.at(), Outcome.WENT_BACK, Optional.of(back.reason()));
        }
        return List.of();
    }

    private UpgradeRecord begun(Step.Switched switched, Instant at) {
        return new UpgradeRecord(
                switched.generation(),
                switched.before(),
                switched.kind(),
                switched.plan(),
                switched.features(),
                switched.modules(),
                switched.plan().flatMap(plan -> Optional.ofNullable(approvals.get(plan))),
                at,
                Optional.empty(),
                Outcome.PROVES,
                Optional.empty());
    }

    private Optional<UpgradeRecord> open(int generation) {
        return records.stream()
                .filter(record -> record.generation() == generation && record.outcome() == Outcome.PROVES)
                .reduce((older, newer) -> newer);
    }

    private Optional<UpgradeRecord> newest(int generation) {
        return records.stream()
                .filter(record -> record.generation() == generation)
                .reduce((older, newer) -> newer);
    }

    /** The open one of a generation, and those that it was added to, down to another generation. */
    private Set<UpgradeRecord> beneath(int generation, int to) {
        Set<UpgradeRecord> all = new HashSet<>();
        for (Optional<UpgradeRecord> next = open(generation);
                next.isPresent() && all.add(next.get()) && next.get().before() != to; ) {
            next = open(next.get().before());
        }
        return all;
    }

    /** Those open ones that were added to them. */
    private Set<UpgradeRecord> upon(Set<UpgradeRecord> some) {
        Set<Integer> generations = new HashSet<>();
        some.forEach(record -> generations.add(record.generation()));
        Set<UpgradeRecord> upon = new HashSet<>();
        for (UpgradeRecord record : records) { // in the order in which they began
            if (record.outcome() == Outcome.PROVES && generations.contains(record.before())) {
                upon.add(record);
                generations.add(record.generation());
            }
        }
        return upon;
    }

    private List<UpgradeRecord> end(Set<UpgradeRecord> some, Instant at, Outcome outcome, Optional<String> reason) {
        records.replaceAll(record -> some.contains(record)
                ? new UpgradeRecord(
                        record.generation(),
                        record.before(),
                        record.kind(),
                        record.plan(),
                        record.features(),
                        record.modules(),
                        record.approval(),
                        record.begun(),
                        Optional.of(at),
                        outcome,
                        reason)
                : record);
        return List.copyOf(some);
    }
}
