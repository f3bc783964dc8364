package org.benchconnect.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.benchconnect.core.ledger.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened and is not on the disk yet, in order, the newest 1000. Safe for any thread, and nobody waits for the disk in it. */
final class NoteQueue {
    private static final Logger LOG = LoggerFactory.getLogger(NoteQueue.class);
    private static final int MOST = 1000;

    private final Deque<Note> notes = new ArrayDeque<>();

    /**
     * An event.
     *
     * @param at when it happened
     */
    record Note(Event event, Instant at) {}

    synchronized void add(Event event, Instant at) {
        if (notes.size() == MOST) {
            Note lost = notes.removeFirst();
            LOG.error(
                    "The disk has taken no entry for so long that an event is lost: {}",
                    lost.event().kind());
        }
        notes.addLast(new Note(event, at));
    }

    /**
     * The oldest that can be written.
     *
     * @param signed whether also those that must be signed
     */
    synchronized @Nullable Note first(boolean signed) {
        return notes.stream()
                .filter(note -> signed || !note.event().kind().raises())
                .findFirst()
                .orElse(null);
    }

    /** Takes out what was written, if it is still there. */
    @SuppressWarnings("ReferenceEquality") // two equal events are two
    synchronized void written(Note note) {
        for (Iterator<Note> each = notes.iterator(); each.hasNext(); ) {
            if (each.next() == note) {
                each.remove();
                return;
            }
        }
    }

    synchronized int size() {
        return notes.size();
    }
}
