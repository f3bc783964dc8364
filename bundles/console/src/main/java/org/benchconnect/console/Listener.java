package org.benchconnect.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What one open page has not been told yet. Ten thousand changes of one notice while the page is busy are one; so many
 * different ones that they are not worth keeping become "all". Nobody who reports a change ever waits.
 */
final class Listener {
    private static final int MAX_KEPT = 200;
    /** Between two deliveries, so that a storm of changes moves the page ten times a second at most. */
    private static final Duration GAP = Duration.ofMillis(100);

    private final Map<Long, Notification> notices = new LinkedHashMap<>();
    private boolean all = true;
    private boolean status;
    private boolean session;
    private @Nullable Snapshot told;
    private @Nullable Texts toldWords;
    private long delivered = System.nanoTime() - GAP.toNanos();

    synchronized void changed(Notification notice) {
        notices.put(notice.id(), notice);
        if (notices.size() > MAX_KEPT) {
            allChanged();
        }
        notifyAll();
    }

    /** Remote support changed. */
    synchronized void sessionChanged() {
        session = true;
        notifyAll();
    }

    /**
     * How the agent is and what its texts are now. If notices can be read again, or no more, or read differently, everything
     * must be told anew.
     */
    synchronized void looked(Snapshot now, Texts words) {
        Snapshot before = told;
        if (before == null
                || words != toldWords
                || now.notifications() != before.notifications()
                || now.store() != before.store()) {
            allChanged();
        } else if (!now.equals(before)) {
            status = true;
            notifyAll();
        }
    }

    /** What the page is being told; null if it could not be told all. */
    synchronized void told(@Nullable Snapshot snapshot, Texts words) {
        told = snapshot;
        toldWords = words;
    }

    private void allChanged() {
        notices.clear();
        all = true;
        notifyAll();
    }

    /** Waits until there is something, at most this long, and takes it. */
    synchronized News await(Duration longest) throws InterruptedException {
        waitUntil(delivered + GAP.toNanos(), false);
        waitUntil(System.nanoTime() + longest.toNanos(), true);
        News news = new News(all, List.copyOf(notices.values()), status && !all, session || all);
        all = false;
        status = false;
        session = false;
        notices.clear();
        delivered = System.nanoTime();
        return news;
    }

    private void waitUntil(long end, boolean orNews) throws InterruptedException {
        while (!(orNews && (all || status || session || !notices.isEmpty()))) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }

    /**
     * What is new.
     *
     * @param all everything may have changed
     * @param notices that changed, in their newest form
     * @param status whether the status changed
     * @param session whether remote support may have changed
     */
    record News(boolean all, List<Notification> notices, boolean status, boolean session) {
        boolean nothing() {
            return !all && !status && !session && notices.isEmpty();
        }
    }
}
