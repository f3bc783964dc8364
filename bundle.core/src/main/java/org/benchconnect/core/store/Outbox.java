package org.benchconnect.core.store;

import java.time.Instant;
import java.util.List;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Report;
import org.osgi.annotation.versioning.ProviderType;

/** What must still get to the service side, in order. A row goes only when the service side has acknowledged it. */
@ProviderType
public interface Outbox {
    /**
     * Adds a report, if its stream is switched on.
     *
     * @return false if the stream is off: then nothing is kept
     */
    boolean append(Report report, Instant at);

    /** The entries behind {@code sequence}, in order, at most {@code limit}. */
    List<OutboxEntry> after(long sequence, int limit);

    /** Takes an acknowledged entry out. */
    void remove(long sequence);

    /** How many wait. */
    long waiting();
}
