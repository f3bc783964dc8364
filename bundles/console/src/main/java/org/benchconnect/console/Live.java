package org.benchconnect.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.benchconnect.console.http.EventSink;
import org.benchconnect.console.http.OncePerMinute;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open page what changes. Notices are pushed by the notification client; how the agent is gets looked at once a
 * second, and only while somebody watches.
 */
final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** After how many looks the parts are asked, which may block. */
    private static final int LOOKS_BETWEEN_QUESTIONS = 15;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Neighbours neighbours;
    private final Wording wording;
    private final Describer describer;
    private final UpgradeEvent.Teller upgrades;
    private final SupportEvent.Teller sessions;
    private final SupportFeed support;
    private final Duration heartbeat;
    private final OncePerMinute said = new OncePerMinute();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "console-look");
        thread.setDaemon(true);
        return thread;
    });

    private volatile List<Status> parts = List.of();
    private int looks;

    Live(
            Neighbours neighbours,
            Wording wording,
            Describer describer,
            UpgradeEvent.Teller upgrades,
            SupportEvent.Teller sessions) {
        this(neighbours, wording, describer, upgrades, sessions, LOOK, HEARTBEAT);
    }

    Live(
            Neighbours neighbours,
            Wording wording,
            Describer describer,
            UpgradeEvent.Teller upgrades,
            SupportEvent.Teller sessions,
            Duration look,
            Duration heartbeat) {
        this.neighbours = neighbours;
        this.wording = wording;
        this.describer = describer;
        this.upgrades = upgrades;
        this.sessions = sessions;
        support = new SupportFeed(neighbours, this::sessionChanged);
        this.heartbeat = heartbeat;
        timer.scheduleWithFixedDelay(this::lookSafely, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A notice changed. Never blocks. */
    void changed(Notification notice) {
        listeners.forEach(listener -> listener.changed(notice));
    }

    /** Remote support changed. Never blocks. */
    private void sessionChanged() {
        listeners.forEach(Listener::sessionChanged);
    }

    /** Writes the state and then every change, until the reader goes or may no longer read. */
    void stream(Language language, EventSink sink) throws IOException, InterruptedException {
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            support.look();
            parts = Snapshot.ask(neighbours);
            Snapshot.Upgrade toldUpgrade = null;
            while (sink.allowed()) {
                Listener.News news = listener.await(heartbeat);
                Snapshot now = describer.now(parts);
                if (news.nothing()) {
                    sink.heartbeat();
                }
                if (news.all()) {
                    Describer.StateView state = describer.state(now, language);
                    listener.told(state.incomplete(now) ? null : now, wording.in(Language.EN));
                    sink.event("state", state);
                }
                for (Notification notice : news.notices()) {
                    sink.event("notice", describer.notice(notice, language));
                }
                if (news.status()) {
                    listener.told(now, wording.in(Language.EN));
                    sink.event("status", describer.status(now, language));
                }
                if (news.all() || !Objects.equals(toldUpgrade, now.upgrade())) {
                    toldUpgrade = now.upgrade();
                    sink.event("upgrade", upgrades.tell(now, language));
                }
                if (news.session()) {
                    sink.event("session", sessions.tell(language));
                }
            }
        } finally {
            listeners.remove(listener);
        }
    }

    /** Writes what nobody has acknowledged, whole, and again whenever it differs, until the reader goes or may no longer read. */
    void alerts(Language language, EventSink sink) throws IOException, InterruptedException {
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            support.look();
            AlertsView told = null;
            while (sink.allowed()) {
                Listener.News news = listener.await(heartbeat);
                Snapshot now = describer.now(parts);
                AlertsView alerts = describer.alerts(now, language);
                listener.told(alerts.notices() == null && now.notifications() ? null : now, wording.in(Language.EN));
                if (!alerts.equals(told)) {
                    told = alerts;
                    sink.event("alerts", alerts);
                } else if (news.nothing()) {
                    sink.heartbeat();
                }
                if (news.session()) {
                    sink.event("session", sessions.tellWithoutInvitation(language));
                }
            }
        } finally {
            listeners.remove(listener);
        }
    }

    private void lookSafely() {
        try {
            if (!listeners.isEmpty()) {
                look();
            }
        } catch (RuntimeException e) {
            if (said.allows(e.getClass())) {
                LOG.error("The state of the agent could not be looked at", e);
            }
        }
    }

    private void look() {
        support.look();
        if (looks++ % LOOKS_BETWEEN_QUESTIONS == 0) {
            parts = Snapshot.ask(neighbours);
        }
        Snapshot now = describer.now(parts);
        Texts words = wording.in(Language.EN);
        listeners.forEach(listener -> listener.looked(now, words));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        support.close();
    }
}
