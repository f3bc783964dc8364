package org.benchconnect.link;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox as the supervisor uses it: rows to send, FIRST before NORMAL, and rows to take out, because they are acknowledged or
 * are no message. A store that is away or in trouble has no rows now; what could not be taken out is tried again, and not sent
 * again meanwhile.
 */
final class Rows {
    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    private final AtomicReference<@Nullable AgentStore> store;
    private final Mailbox mailbox;
    /** What is done with, and not known to be taken out. */
    private final Map<Long, Done> done = new TreeMap<>();

    private final PresenceSaid presence = new PresenceSaid();
    private boolean removing;
    private boolean troubled;
    private long waiting;

    /** How a row's time in the outbox ended. */
    private sealed interface Done {
        void takeOut(Outbox outbox, long sequence);
    }

    /** The service side has it. */
    private record Acknowledged(String text, Instant at) implements Done {
        @Override
        public void takeOut(Outbox outbox, long sequence) {
            outbox.sent(sequence, text, at);
        }
    }

    /** It is no message, and the store sets it aside. */
    private record Refused() implements Done {
        @Override
        public void takeOut(Outbox outbox, long sequence) {
            outbox.remove(sequence);
        }
    }

    Rows(AtomicReference<@Nullable AgentStore> store, Mailbox mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    /** What leaves without ever lying in the outbox. */
    PresenceSaid presence() {
        return presence;
    }

    /** How many waited when last looked at. */
    long waiting() {
        return waiting;
    }

    /** Looks how many wait. */
    void count() {
        read(Set.of(), 0);
    }

    /** The rows to be sent next in this connection, as many as its window has room for. */
    List<OutboxEntry> next(Window window) {
        Set<Long> notAgain = new HashSet<>(window.sequences());
        notAgain.addAll(done.keySet());
        return read(Collections.unmodifiableSet(notAgain), window.room());
    }

    private List<OutboxEntry> read(Set<Long> notAgain, int limit) {
        AgentStore now = store.get();
        if (now == null) {
            return List.of();
        }
        try {
            List<OutboxEntry> rows = now.read(tables -> {
                waiting = tables.outbox().waiting();
                return limit > 0 ? tables.outbox().next(notAgain, limit) : List.of();
            });
            troubled = false;
            return rows;
        } catch (StoreException e) {
            trouble(e);
            return List.of();
        }
    }

    /**
     * The service side has this row.
     *
     * @param text exactly what was sent
     * @param at when it was acknowledged
     */
    void acknowledged(long sequence, String text, Instant at) {
        done.put(sequence, new Acknowledged(text, at));
    }

    /** This row is no message: it is not sent, and the store sets it aside. */
    void refused(long sequence) {
        LOG.error("Row {} of the outbox is no message: it is not sent, and set aside", sequence);
        done.put(sequence, new Refused());
    }

    /** Takes rows out that are done with, one batch at a time; the answer comes by mail. */
    void removeDone() {
        if (!removing) {
            remove();
        }
    }

    /** The same, whether or not a batch is under way: taking out twice does no harm. For the end. */
    void remove() {
        AgentStore now = store.get();
        if (done.isEmpty() || now == null) {
            return;
        }
        Map<Long, Done> batch = new HashMap<>(done);
        removing = true;
        now.write(tables -> {
                    batch.forEach((sequence, how) -> how.takeOut(tables.outbox(), sequence));
                    return batch.size();
                })
                .whenComplete((count, failure) ->
                        mailbox.post(new Mailbox.Removed(List.copyOf(batch.keySet()), failure == null)));
    }

    /** The store's answer. */
    void removed(Mailbox.Removed answer) {
        removing = false;
        if (answer.done()) {
            answer.rows().forEach(done::remove);
            waiting = Math.max(0, waiting - answer.rows().size());
        }
    }

    private void trouble(StoreException e) {
        if (!troubled) {
            LOG.warn("The outbox cannot be read now, {}: nothing is sent until it can", e.health());
        }
        troubled = true;
    }
}
