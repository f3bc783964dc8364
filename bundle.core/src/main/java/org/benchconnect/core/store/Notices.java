package org.benchconnect.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.osgi.annotation.versioning.ProviderType;

/** The rows of notices; the notification client decides what they say. */
@ProviderType
public interface Notices {
    /** The notice of this condition that is not cleared. There is at most one. */
    Optional<Notification> active(String source, Condition condition);

    /** The notice of an id. */
    Optional<Notification> byId(long id);

    /** A number for a new notice, never given before. */
    long nextId();

    /** Adds the notice, or replaces that of the same id. */
    void put(Notification notification);

    /** All that are not cleared, oldest first. */
    List<Notification> active();

    /** Opened, pressed on or cleared since then, the newest first. */
    List<Notification> since(Instant then, int limit);

    /**
     * Forgets cleared ones.
     *
     * @param before those cleared earlier
     * @return how many
     */
    int forget(Instant before);

    /** Cleared ones, the last cleared first. */
    List<Notification> cleared(int limit);
}
