package org.benchconnect.upgrade.upgrader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.upgrade.upgrader.NoticeRules.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the notices in line with what is so: tells only what differs from what is stored, so that a swap or a start tells nothing twice. What cannot be stored now is tried again
 * later. For one thread.
 */
final class NoticeBoard {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeBoard.class);
    private static final String SOURCE = "upgrade";
    private static final int PATIENCE = 40; // calls, ten seconds: after a failure, or without an answer

    private Optional<Notices> told = Optional.empty();
    private CompletableFuture<Void> telling = CompletableFuture.completedFuture(null);
    private int waits;

    /** Called every quarter of a second. */
    void show(Notifications notifications, Notices now) {
        if (waits > 0) {
            waits--;
        }
        if (telling.isDone() && telling.isCompletedExceptionally()) {
            told = Optional.empty();
        }
        if (told.equals(Optional.of(now)) || waits > 0 && (!telling.isDone() || telling.isCompletedExceptionally())) {
            return;
        }
        try {
            tell(notifications, now);
        } catch (StoreException e) {
            LOG.debug("the notices cannot be read now", e);
            telling = CompletableFuture.failedFuture(e);
            waits = PATIENCE;
        }
    }

    private void tell(Notifications notifications, Notices now) {
        List<Notification> active = notifications.active().stream()
                .filter(notice -> notice.source().equals(SOURCE))
                .toList();
        List<Signal> news = now.signals().stream()
                .filter(signal -> active.stream().noneMatch(notice -> says(notice, signal)))
                .toList();
        Set<Condition> over = active.stream()
                .map(Notification::condition)
                .filter(now.over()::contains)
                .collect(Collectors.toSet());
        told = Optional.of(now);
        if (!news.isEmpty() || !over.isEmpty()) {
            waits = PATIENCE;
            telling = notifications.report(SOURCE, news, over);
        }
    }

    private static boolean says(Notification notice, Signal signal) {
        return notice.condition().equals(signal.condition())
                && notice.facts().equals(signal.facts())
                && notice.severity() == signal.severity();
    }
}
