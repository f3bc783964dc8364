package org.benchconnect.core.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The notification client. Safe for any thread. Each future completes when the change is durable; it fails with
 * {@link org.benchconnect.core.store.StoreException} when it could not be stored, and then nothing of it was.
 */
@ProviderType
public interface Notifications {
    /**
     * Takes what an adapter concluded from a file. Notices, outbox rows, the adapter's memory and the reading position
     * change in one transaction; a file already marked as read changes nothing.
     */
    CompletableFuture<Void> record(String adapter, FileMark file, Observation observation);

    /** Takes what another part of the agent found: conditions that are so, and conditions that are well. */
    CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy);

    /** Acknowledges an open notice; empty if there is none of that id that is not cleared. Needs no PIN. */
    CompletableFuture<Optional<Notification>> acknowledge(long id);

    /**
     * The service side says that somebody there has seen a notice. It is shown as such and hides, mutes and clears nothing.
     *
     * @return false if there is no notice of that id that is not cleared
     */
    CompletableFuture<Boolean> seenByService(long id);

    /** The notices that are not cleared, most severe first, then newest first. */
    List<Notification> active();

    /**
     * Cleared notices, newest first.
     *
     * @param limit how many at the most, 1 to 1000
     */
    List<Notification> history(int limit);

    /** What a new shift should read; at most 1000. */
    Shift sinceLastShift();

    /**
     * What happened since the shift before the running one began.
     *
     * @param since when that was
     * @param notices opened, pressed on or cleared since, most severe first, then newest first
     */
    record Shift(Instant since, List<Notification> notices) {}
}
