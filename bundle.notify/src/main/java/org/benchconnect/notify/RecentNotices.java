package org.benchconnect.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.store.Notices;

/**
 * Looks for notices of the last minutes. What lies behind now was written while the PC's clock was ahead: nobody knows when it was, so it is none of them. Valid
 * within one transaction.
 */
final class RecentNotices {
    private static final int PIECE = 64;
    private static final int MOST = 10_000;

    private final Notices notices;
    private final Instant now;

    RecentNotices(Notices notices, Instant now) {
        this.notices = notices;
        this.now = now;
    }

    /** Cleared after a moment, the last cleared first. */
    List<Notification> clearedAfter(Instant moment) {
        for (int limit = PIECE; ; limit *= 4) {
            List<Notification> newest = notices.cleared(limit);
            if (newest.size() < limit || limit >= MOST || !isAfter(newest.get(limit - 1), moment)) {
                return newest.stream()
                        .filter(notice -> isAfter(notice, moment) && !isAfter(notice, now))
                        .toList();
            }
        }
    }

    /** The notice of a condition that was cleared last, if that was after a moment. */
    Optional<Notification> clearedAfter(Instant moment, String source, Condition condition) {
        return clearedAfter(moment).stream()
                .filter(notice ->
                        notice.source().equals(source) && notice.condition().equals(condition))
                .findFirst();
    }

    private static boolean isAfter(Notification notice, Instant moment) {
        Instant cleared = notice.clearedAt();
        return cleared != null && cleared.isAfter(moment);
    }

    /** How many notices of one code opened after a moment; counts to a limit. */
    long opened(String source, String code, Instant since, int limit) {
        return notices.since(since, 1000).stream()
                .filter(notice ->
                        notice.firstSeen().isAfter(since) && !notice.firstSeen().isAfter(now))
                .filter(notice -> notice.source().equals(source)
                        && notice.condition().code().equals(code))
                .limit(limit)
                .count();
    }
}
