package org.benchconnect.notify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.store.Tables;

/** What is due by the clock alone, in one transaction: pressing on, the end of storms, clearings to be told. Each is right at any time. */
final class Round {
    private final Tables tables;
    private final Bookkeeping books;
    private final NoticeRules rules;
    private final Courses courses;
    private final Instant now;

    Round(Tables tables, Bookkeeping books, NoticeRules rules, Courses courses, Instant now) {
        this.tables = tables;
        this.books = books;
        this.rules = rules;
        this.courses = courses;
        this.now = now;
    }

    void run() {
        List<Notification> active = tables.notices().active();
        for (Notification notice : active) {
            if (isStormThatIsOver(notice)) {
                books.clear(notice);
            } else {
                press(notice);
            }
        }
        new Remembered(tables.positions()).clearingsTold().ifPresent(this::tellClearings);
        courses.keep(active.stream().map(Notification::id).collect(Collectors.toSet()), now);
    }

    private boolean isStormThatIsOver(Notification notice) {
        return notice.condition().code().equals(NoticeCode.NOTICE_STORM.name())
                && (notice.lastSeen().isAfter(now) // while the clock was ahead
                        || !now.isBefore(notice.lastSeen().plus(rules.storm())));
    }

    private void press(Notification notice) {
        NotificationBook.pressed(notice, courses.openSince(notice, now), rules.pressAfter(notice.severity()), now)
                .ifPresent(books::put);
    }

    /**
     * Tells the service side of what stayed well for the time of flapping.
     *
     * @param told up to which moment of clearing it was told. Where the clock was set back behind it, what clears from now on is told, and some of it again
     */
    private void tellClearings(Instant told) {
        Instant due = now.minus(rules.flap());
        if (told.isAfter(now)) {
            new Remembered(tables.positions()).clearingsTold(due);
            return;
        }
        List<Notification> clearings = new RecentNotices(tables.notices(), now)
                .clearedAfter(told).stream()
                        .filter(notice -> !clearedAt(notice).isAfter(due))
                        .sorted(Comparator.comparing(Round::clearedAt))
                        .toList();
        if (!clearings.isEmpty()) {
            if (!rules.flap().isZero()) { // else each was told at once
                clearings.forEach(books::report);
            }
            new Remembered(tables.positions()).clearingsTold(clearedAt(clearings.get(clearings.size() - 1)));
        }
    }

    /** Forgets cleared notices that are too old or too many. */
    void tidy() {
        tables.notices().forget(now.minus(rules.historyAge()));
        List<Notification> newest = tables.notices().cleared(rules.history() + 1);
        if (newest.size() > rules.history()) {
            tables.notices().forget(clearedAt(newest.get(rules.history() - 1)));
        }
    }

    private static Instant clearedAt(Notification notice) {
        return Optional.ofNullable(notice.clearedAt()).orElse(Instant.EPOCH);
    }
}
