package org.benchconnect.host;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.host.reading.UnreadableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round asks each check in turn and tells what is new. A check that cannot look says nothing: its notices stay as they are, and the
 * next round asks again. For one thread; the status may be asked on any.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** What is reported of the checks themselves. */
    enum Subject {
        HOST_WAITS,
        HOST_CHECKED,
        HOST_UNREADABLE
    }

    /** With what facts. */
    enum Name implements FactName {
        CHECKS,
        UNREADABLE,
        /** This PC's clock less the service side's, where that is known. */
        CLOCK_OFFSET_SECONDS,
        /** How far that may be wrong. */
        CLOCK_UNCERTAINTY_SECONDS
    }

    private final Checks checks;
    private final Remembered remembered;
    private final TimeLimit timeLimit;
    private final Clock clock;
    private volatile boolean looked;
    private volatile Set<Topic> unreadable = EnumSet.noneOf(Topic.class);

    Rounds(Checks checks, Remembered remembered, TimeLimit timeLimit, Clock clock) {
        this.checks = checks;
        this.remembered = remembered;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /**
     * Looks at everything; without a notification client what is found is told in a later round, if it is still so.
     *
     * @return whether there was somebody to tell
     */
    boolean round(@Nullable Notifications notifications) {
        Map<Topic, Verdict> verdicts = new EnumMap<>(Topic.class);
        Set<Topic> failed = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            try {
                verdicts.put(topic, timeLimit.within(topic, () -> checks.look(topic)));
            } catch (UnreadableException e) {
                failed.add(topic);
                if (!unreadable.contains(topic)) {
                    // without the cause's own message: it may hold a path
                    LOG.warn("This PC could not be asked about {}: {} ({}).", topic, e.getMessage(), cause(e));
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        unreadable = failed;
        looked = true;
        remembered.save();
        return notifications != null && tell(notifications, verdicts);
    }

    private static String cause(UnreadableException e) {
        return e.getCause() == null ? "no cause" : e.getCause().getClass().getSimpleName();
    }

    private boolean tell(Notifications notifications, Map<Topic, Verdict> verdicts) {
        try {
            List<Notification> told = notifications.active().stream()
                    .filter(notice -> notice.source().equals(HostWatch.SOURCE))
                    .toList();
            News news = News.of(verdicts, told, clock.instant());
            if (!news.isEmpty()) {
                notifications
                        .report(HostWatch.SOURCE, news.signals(), news.over())
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                LOG.debug("the notices could not be stored; the next round tells them", failure);
                            }
                        });
            }
            return true;
        } catch (StoreException | IllegalStateException e) {
            LOG.debug("the notification client gives no answer; the next round tells", e);
            return false;
        }
    }

    Status status(Optional<ServiceDate.Seen> service) {
        Facts own = Facts.none().with(Name.CHECKS, Topic.values().length).with(Name.UNREADABLE, unreadable.size());
        Facts facts = service.map(seen -> own.with(
                                Name.CLOCK_OFFSET_SECONDS, seen.offset().toSeconds())
                        .with(Name.CLOCK_UNCERTAINTY_SECONDS, seen.uncertainty().toSeconds() + 1))
                .orElse(own);
        if (!looked) {
            return new Status(Subject.HOST_WAITS, facts);
        }
        return new Status(unreadable.isEmpty() ? Subject.HOST_CHECKED : Subject.HOST_UNREADABLE, facts);
    }
}
