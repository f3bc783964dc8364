package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how the agent is, in a language. Safe for any thread. */
final class Describer {
    private static final Logger LOG = LoggerFactory.getLogger(Describer.class);
    /** How many cleared notices the page shows. */
    static final int RECENT = 20;
    /** How long the other parts of the agent may take to start before one that is missing is a trouble. */
    static final Duration START = Duration.ofSeconds(10);

    private final Neighbours neighbours;
    private final Wording wording;
    private final Running launched;
    /** Another generation than was launched, counted once. */
    private volatile @Nullable Running switched;

    private final Clock clock;
    private final Instant started;
    private final AtomicBoolean saidNameless = new AtomicBoolean();

    /** With what the launcher said in {@link Platform#GENERATION} and {@link Platform#GENERATION_MODULES}. */
    Describer(
            Neighbours neighbours,
            Wording wording,
            @Nullable String generation,
            @Nullable String modules,
            Clock clock) {
        this.neighbours = neighbours;
        this.wording = wording;
        this.launched = new Running(
                generation, modules != null && modules.matches("[0-9]{1,6}") ? Integer.valueOf(modules) : null);
        this.clock = clock;
        this.started = clock.instant().plus(START);
    }

    /** How the agent is now, with the reports of the parts as they were: never blocks. */
    Snapshot now(List<Status> parts) {
        Snapshot now = Snapshot.of(neighbours, !clock.instant().isBefore(started), parts);
        boolean nameless = now.store() != null && now.agent() == null;
        if (nameless && !saidNameless.getAndSet(true)) {
            LOG.warn("The database could not be opened yet: the page shows an alert, and no identity of this agent");
        }
        return now;
    }

    /** Asks every part; may block for a second for each. */
    StatusView status(Language language) {
        return status(now(Snapshot.ask(neighbours)), language);
    }

    StatusView status(Snapshot snapshot, Language language) {
        return StatusView.of(snapshot, running(snapshot), wording.in(language));
    }

    /** By the upgrade utility where it is there: the launcher said it once, and modules have changed since. */
    private Running running(Snapshot snapshot) {
        Snapshot.Upgrade upgrade = snapshot.upgrade();
        int now = upgrade == null ? 0 : upgrade.state().generation();
        if (now <= 0 || String.valueOf(now).equals(launched.generation())) {
            return launched;
        }
        Running known = switched;
        if (known != null && known.modules() != null && String.valueOf(now).equals(known.generation())) {
            return known;
        }
        Running found = new Running(String.valueOf(now), count());
        switched = found;
        return found;
    }

    private @Nullable Integer count() {
        Features features = neighbours.features();
        try {
            return features == null
                    ? null
                    : features.installed().stream().mapToInt(Feature::modules).sum();
        } catch (RuntimeException e) {
            LOG.debug("the modules cannot be counted", e);
            return null;
        }
    }

    /**
     * Which generation runs.
     *
     * @param generation its number
     * @param modules how many modules it has
     */
    record Running(@Nullable String generation, @Nullable Integer modules) {}

    NoticeView notice(Notification notice, Language language) {
        return NoticeView.of(notice, wording.in(language));
    }

    List<NoticeView> notices(List<Notification> notices, Language language) {
        Texts texts = wording.in(language);
        return notices.stream().map(notice -> NoticeView.of(notice, texts)).toList();
    }

    /** All that a page shows. */
    StateView state(Snapshot now, Language language) {
        StatusView status = status(now, language);
        Notifications notifications = neighbours.notifications();
        if (notifications == null) {
            return new StateView(status, null, null);
        }
        try {
            return new StateView(
                    status,
                    notices(notifications.active(), language),
                    notices(notifications.history(RECENT), language));
        } catch (StoreException e) {
            // The store's health, in the status, says why.
            return new StateView(status, null, null);
        }
    }

    /** All that a program in somebody's desktop session shows. */
    AlertsView alerts(Snapshot now, Language language) {
        Notifications notifications = neighbours.notifications();
        Texts texts = wording.in(language);
        try {
            return AlertsView.of(now, notifications == null ? null : notifications.active(), texts);
        } catch (StoreException e) {
            return AlertsView.of(now, null, texts);
        }
    }

    /** The status, the notices that are not cleared and the newest that are; null if they cannot be known now. */
    record StateView(StatusView status, @Nullable List<NoticeView> active, @Nullable List<NoticeView> history) {
        /** Whether notices should be there and could not be read. */
        boolean incomplete(Snapshot now) {
            return active == null && now.notifications();
        }
    }
}
