package org.benchconnect.console;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.jspecify.annotations.Nullable;

/** Finds the entries of the audit log that speak of one change of the generation. */
record LedgerTrail(@Nullable Ledger ledger) {
    /** How many entries before the answer and after it are looked at. */
    private static final int BEFORE = 500;

    private static final int AFTER = 1500;
    /** An entry is written some time after what it tells. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** A statement may come before the answer, and counts for so long. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private static final Set<EventKind> CHANGES =
            Set.of(EventKind.UPGRADE_SWITCHED, EventKind.UPGRADE_COMMITTED, EventKind.UPGRADE_WENT_BACK);

    /** In order; empty while the log cannot be read. */
    List<Entry> of(UpgradeRecord record) {
        if (ledger == null) {
            return List.of();
        }
        long from = Math.max(0, record.approval().map(Approval::entry).orElseGet(() -> ledger.size() - AFTER) - BEFORE);
        try {
            return ledger.entries(from, BEFORE + AFTER).stream()
                    .filter(one -> speaksOf(one, record))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static boolean speaksOf(Entry entry, UpgradeRecord record) {
        if (record.approval()
                .map(Approval::entry)
                .filter(number -> number == entry.number())
                .isPresent()) {
            return true;
        }
        if (entry.event().kind() == EventKind.IDLE_STATED) {
            return isBetweenAllowingAndSwitching(entry, record);
        }
        String plan = entry.event().details().get(Detail.PLAN);
        if (plan != null && record.plan().isPresent()) {
            return plan.equals(record.plan().get());
        }
        return CHANGES.contains(entry.event().kind()) && isWithin(entry.time(), record);
    }

    /** Who said that the instrument is idle: nothing changed before somebody did, as far as nobody could know. */
    private static boolean isBetweenAllowingAndSwitching(Entry entry, UpgradeRecord record) {
        return !entry.time().isAfter(record.begun())
                && record.approval()
                        .filter(one -> !entry.time().isBefore(one.at().minus(IDLE)))
                        .isPresent();
    }

    private static boolean isWithin(Instant time, UpgradeRecord record) {
        return !time.isBefore(record.begun())
                && record.ended().map(end -> !time.isAfter(end.plus(SLACK))).orElse(true);
    }
}
