package org.benchconnect.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.ledger.Head;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the newest head beside the entries. The first head of a ledger is in it before it is among the entries, so that a ledger with a head and
 * without this file was tampered with; of later ones it may be behind. Safe for any thread.
 */
final class NewestHead {
    private static final Logger LOG = LoggerFactory.getLogger(NewestHead.class);

    /** So that many entries that raise in a row do not each wait for the disk behind the file of the one before. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final LedgerFolder folder;
    private final Later later;
    private final AtomicReference<@Nullable Head> due = new AtomicReference<>();
    private final AtomicBoolean coming = new AtomicBoolean();

    NewestHead(LedgerFolder folder, Later later) {
        this.folder = folder;
        this.later = later;
    }

    /** The first one of a ledger, before its entries have it. */
    synchronized void first(Head head) throws IOException {
        folder.keep(head);
    }

    /** There is a newer one in the ledger: replaces the file within 100 ms, and nobody waits for it. */
    void changed(Head head) {
        due.set(head);
        if (coming.compareAndSet(false, true)) {
            later.in(SOON, this::keep);
        }
    }

    /** Replaces the file if it is behind. If the disk does not take it, with the next head: without it nothing is lost but a check. */
    synchronized void keep() {
        coming.set(false);
        Head head = due.getAndSet(null);
        if (head != null) {
            try {
                folder.keep(head);
            } catch (IOException e) {
                due.compareAndSet(null, head);
                LOG.warn("The ledger's newest head cannot be kept beside it now: {}", e.getMessage());
            }
        }
    }

    /** The ledger is going to be set aside: nothing of it is kept any more. */
    synchronized void forget() {
        due.set(null);
    }
}
