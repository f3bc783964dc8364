package org.benchconnect.consent.notes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes events in the ledger, and keeps the newest 1000, in order, for as long as there is none. Never waits for a disk, never fails. Safe for any thread. */
public final class LateNotes {
    private static final Logger LOG = LoggerFactory.getLogger(LateNotes.class);
    private static final int MOST = 1000;

    private final Supplier<@Nullable Ledger> ledger;
    private final Deque<Event> waiting = new ArrayDeque<>(); // guarded by itself

    /** For the ledger that is there at the moment. */
    public LateNotes(Supplier<@Nullable Ledger> ledger) {
        this.ledger = ledger;
    }

    /** Notes one, after those that wait. */
    public void note(Event event) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                LOG.warn(
                        "an event waits too long for the ledger and is lost: {}",
                        waiting.removeFirst().kind());
            }
            waiting.add(event);
        }
        flush();
    }

    /** Hands over what waits, if there is a ledger now. */
    public void flush() {
        Ledger now = ledger.get();
        if (now == null) {
            return;
        }
        synchronized (waiting) {
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
}
