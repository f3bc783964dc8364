package org.benchconnect.core.link;

import java.time.Instant;

/**
 * A report that waits. Its id towards the service side, {@code {bootEpoch}-{sequence}}, is fixed when it is stored, so that
 * a repetition after a restart is recognised.
 *
 * @param bootEpoch the {@linkplain org.benchconnect.core.store.AgentStore#bootEpoch boot epoch} in which it was stored
 * @param sequence rising without gaps between entries of one database
 * @param at when it was stored
 * @param report what it says
 */
public record OutboxEntry(long bootEpoch, long sequence, Instant at, Report report) {}
