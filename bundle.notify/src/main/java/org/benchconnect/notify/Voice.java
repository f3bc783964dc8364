package org.benchconnect.notify;

import java.time.Clock;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.signal.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners. In quiet hours what is only good to know waits until they end; then each is told as it is by then. What waits is held in memory alone: it
 * is stored and listed all the time, and who starts anew reads the list. Safe for any thread; a listener hears one change at a time.
 */
final class Voice {
    /** More than these and the first is held no longer; it stays in the list of notices. */
    private static final int MOST_HELD = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

    private final Clock clock;
    private final QuietHours quiet;
    private final List<NotificationListener> listeners = new CopyOnWriteArrayList<>();

    /** By id, the first held first. Guarded by this. */
    private final Map<Long, Notification> held = new LinkedHashMap<>();

    Voice(Clock clock, QuietHours quiet) {
        this.clock = clock;
        this.quiet = quiet;
    }

    void add(NotificationListener listener) {
        listeners.add(listener);
    }

    void remove(NotificationListener listener) {
        listeners.remove(listener);
    }

    /** Tells a change, now or later. */
    synchronized void announce(Notification notice) {
        held.remove(notice.id());
        if (waits(notice)) {
            held.put(notice.id(), notice);
            if (held.size() > MOST_HELD) {
                held.remove(held.keySet().iterator().next());
            }
        } else {
            tell(notice);
        }
    }

    /** What a person did is told at once: whoever did it looks at the page. */
    private boolean waits(Notification notice) {
        return notice.severity() == Severity.INFO && notice.state() != State.ACKNOWLEDGED && isQuiet();
    }

    private boolean isQuiet() {
        return quiet.contain(LocalTime.ofInstant(clock.instant(), clock.getZone()));
    }

    /** Tells what was held, if it is no longer quiet. */
    synchronized void speakUp() {
        if (!held.isEmpty() && !isQuiet()) {
            List<Notification> waited = List.copyOf(held.values());
            held.clear();
            waited.forEach(this::tell);
        }
    }

    /** A listener that throws disturbs nobody else. */
    private void tell(Notification notification) {
        for (NotificationListener listener : listeners) {
            try {
                listener.changed(notification);
            } catch (RuntimeException e) {
                LOG.error("A listener failed to hear of notice {}", notification.id(), e);
            }
        }
    }
}
