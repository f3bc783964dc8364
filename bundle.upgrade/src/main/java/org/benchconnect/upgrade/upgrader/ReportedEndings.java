package org.benchconnect.upgrade.upgrader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.store.Tables;

/**
 * Puts what is new among the endings of upgrades into the outbox, once each, whatever is lost in between: which ones it has put there is kept in the transaction that puts them there.
 * An ending that came while the stream was off is never reported. Without state.
 */
final class ReportedEndings {
    /** Under this name the database has what was reported, among what adapters remember. */
    private static final String NAME = "upgrade";
    /** More than the endings that a journal has. */
    private static final int KEPT = Memory.MAX_NUMBERS / 2;

    /** What is kept. */
    enum Row implements FactName {
        /** When the reported ones ended, in milliseconds since 1970. */
        REPORTED
    }

    private ReportedEndings() {}

    /**
     * Within a transaction.
     *
     * @param since what ended before is not reported by a database that has never reported anything
     * @return how many were put into the outbox
     */
    static int report(Tables tables, List<ReleaseEnding> endings, Instant since) {
        Memory before = tables.positions().memory(NAME);
        Set<Double> reported = new LinkedHashSet<>(before.row(Row.REPORTED));
        int count = 0;
        for (ReleaseEnding ending : endings) {
            boolean isNew = reported.add((double) ending.at().toEpochMilli());
            boolean counts = !before.equals(Memory.blank()) || !ending.at().isBefore(since);
            if (isNew && counts && tables.outbox().append(ending.report(), ending.at())) {
                count++;
            }
        }
        Memory after = before.with(Row.REPORTED, newest(reported));
        if (!after.equals(before)) {
            tables.positions().remember(NAME, after);
        }
        return count;
    }

    private static List<Double> newest(Set<Double> reported) {
        List<Double> all = new ArrayList<>(reported);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
