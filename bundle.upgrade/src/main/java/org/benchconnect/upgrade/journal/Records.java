package org.benchconnect.upgrade.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;

/** Makes records of the lines of a journal. A change that was added to one on trial ends with it. Pure. */
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
            List<UpgradeRecord> open = made.open();
            made.take(entry);
            if (entry.step() instanceof Step.Refused refused) {
                plans.add(refused.plan());
            } else if (entry.step() instanceof Step.WentBack) {
                open.forEach(record -> record.plan().ifPresent(plans::add));
            } else if (entry.step() instanceof Step.Committed) {
                open.forEach(record -> record.plan().ifPresent(plans::remove));
            }
        }
        return Set.copyOf(plans);
    }

    private List<UpgradeRecord> open() {
        return records.stream()
                .filter(record -> record.outcome() == Outcome.PROVES)
                .toList();
    }

    private void take(Entry entry) {
        if (entry.step() instanceof Step.Consented consented) {
            approvals.put(consented.plan(), consented.approval());
        } else if (entry.step() instanceof Step.Switched switched) {
            records.add(new UpgradeRecord(
                    switched.generation(),
                    switched.before(),
                    switched.kind(),
                    switched.plan(),
                    switched.features(),
                    switched.modules(),
                    switched.plan().flatMap(plan -> Optional.ofNullable(approvals.get(plan))),
                    entry.at(),
                    Optional.empty(),
                    Outcome.PROVES,
                    Optional.empty()));
        } else if (entry.step() instanceof Step.Committed) {
            end(entry.at(), Outcome.COMMITTED, Optional.empty());
        } else if (entry.step() instanceof Step.WentBack back) {
            end(entry.at(), Outcome.WENT_BACK, Optional.of(back.reason()));
        }
    }

    private void end(Instant at, Outcome outcome, Optional<String> reason) {
        records.replaceAll(record -> record.outcome() == Outcome.PROVES
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
    }
}
