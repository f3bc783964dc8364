package org.benchconnect.core.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.osgi.annotation.versioning.ProviderType;

/** What each adapter has read, and what it remembers of it. */
@ProviderType
public interface Positions {
    /** Every file of this adapter that was read and not yet {@linkplain #forget forgotten}. */
    Set<FileMark> read(String adapter);

    /** Whether this file was read. */
    boolean isRead(String adapter, FileMark file);

    /** Marks a file as read; an older mark of the same name goes. */
    void markRead(String adapter, FileMark file, Instant at);

    /** Forgets marks whose files are no longer there. */
    void forget(String adapter, Set<FileMark> gone);

    /** What the adapter remembers; blank at first. */
    Memory memory(String adapter);

    /** Replaces what the adapter remembers. */
    void remember(String adapter, Memory memory);

    /** When this adapter first looked at its folder, or empty if it never did. */
    Optional<Instant> firstLook(String adapter);

    /** Records the first look; later calls change nothing. */
    void firstLook(String adapter, Instant at);
}
