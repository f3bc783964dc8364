package org.benchconnect.teamviewerbridge.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For the ledger. What lowered and has taken effect: at once, or as soon as there is one, the newest 1000; never waits for the disk, never fails. What raises: now, or
 * refused.
 */
final class Notes {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);
    private static final int MOST = 1000;

    private final Supplier<@Nullable Ledger> ledger;
    private final Deque<Event> waiting = new ArrayDeque<>(); // guarded by this

    Notes(Supplier<@Nullable Ledger> ledger) {
        this.ledger = ledger;
    }

    synchronized void note(Event event) {
        if (waiting.size() >= MOST) {
            LOG.warn(
                    "an event waits too long for the ledger and is lost: {}",
                    waiting.removeFirst().kind());
        }
        waiting.add(event);
        flush();
    }

    /** In the ledger when this returns. For what raises; waits for the disk. */
    void append(Event event) throws LedgerException {
        Ledger now = ledger.get();
        if (now == null) {
            throw new LedgerException("the ledger is not there");
        }
        now.append(event);
    }

    /** Hands over what waits, if there is a ledger. */
    synchronized void flush() {
        Ledger now = ledger.get();
        if (now == null) {
            return;
        }
        try {
            for (Event next = waiting.peek(); next != null; next = waiting.peek()) {
                now.note(next);
                waiting.remove();
            }
        } catch (RuntimeException e) {
            LOG.warn("the ledger did not take a note; it is tried again", e);
        }
    }
}
