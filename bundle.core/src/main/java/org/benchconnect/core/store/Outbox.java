package org.benchconnect.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Report;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What must still get to the service side. A row goes only when the service side has acknowledged it, or when there is no room for another: then the oldest of
 * {@link org.benchconnect.core.link.Priority#NORMAL} makes room, and {@link #givenUp} counts it. Rows of {@code FIRST} never do.
 */
@ProviderType
public interface Outbox {
    /**
     * Adds a report, if its stream is switched on.
     *
     * @return false if the stream is off: then nothing is kept
     */
    boolean append(Report report, Instant at);

    /** The entry that was added last of those that wait; in the transaction that adds one it is that one. */
    Optional<OutboxEntry> newest();

    /** The entries behind {@code sequence}, in order, at most {@code limit}. */
    List<OutboxEntry> after(long sequence, int limit);

    /** The next entries to send: FIRST before NORMAL, each in order, without those under way, at most {@code limit}. */
    List<OutboxEntry> next(Set<Long> underWay, int limit);

    /**
     * Takes an acknowledged entry out, and keeps what was sent among the departures.
     *
     * @param sent exactly what was sent, at most 64 KB
     */
    void sent(long sequence, String sent, Instant at);

    /** Takes an entry out that is no message. */
    void remove(long sequence);

    /** How many were given up for lack of room since this database was made. */
    long givenUp();

    /** What was sent, the newest first. */
    List<Departures.Departure> departures(int limit);

    /** How many wait. */
    long waiting();
}
