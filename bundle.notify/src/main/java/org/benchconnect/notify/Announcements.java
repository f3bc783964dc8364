package org.benchconnect.notify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.benchconnect.core.notification.Notification;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order in which listeners hear of changes the order in which they were made. A future's callback runs on the
 * caller's thread when the change was durable before the callback was attached, and so may overtake another; here each
 * change takes its place in the line while it is made, on the store's one writing thread, and is announced when it is
 * durable and all before it have been settled. Safe for any thread.
 */
final class Announcements {
    private final Consumer<Notification> announce;
    private final Deque<Place> line = new ArrayDeque<>();
    private boolean announcing;

    Announcements(Consumer<Notification> announce) {
        this.announce = announce;
    }

    /** A place in the line. */
    static final class Place {
        private final List<Notification> changed;

        /** Guarded by the line: whether to announce, and null until that is known. */
        private @Nullable Boolean durable;

        private Place(List<Notification> changed) {
            this.changed = changed;
        }
    }

    /**
     * Takes the next place, while the change is made.
     *
     * @param changed what is to be announced, complete when the place is settled
     */
    Place take(List<Notification> changed) {
        Place place = new Place(changed);
        synchronized (line) {
            line.add(place);
        }
        return place;
    }

    /** The change of this place is durable, or it failed and there is nothing to announce. No place: it never began. */
    void settle(@Nullable Place place, boolean durable) {
        synchronized (line) {
            if (place == null) {
                return;
            }
            place.durable = durable;
            if (announcing) {
                return; // whoever announces now sees it
            }
            announcing = true;
        }
        for (List<Notification> next = next(); next != null; next = next()) {
            next.forEach(announce);
        }
    }

    private @Nullable List<Notification> next() {
        synchronized (line) {
            Place first = line.peek();
            if (first == null || first.durable == null) {
                announcing = false;
                return null;
            }
            line.remove();
            return first.durable ? first.changed : List.of();
        }
    }
}
