package org.benchconnect.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox as the supervisor uses it: rows to send, and rows to take out once they are acknowledged. A store that is away
 * or in trouble has no rows now; what could not be taken out is tried again, and not sent again meanwhile.
 */
final class Rows {
    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    private final AtomicReference<@Nullable AgentStore> store;
    private final Mailbox mailbox;
    /** Acknowledged, and not known to be taken out. */
    private final Set<Long> acknowledged = new TreeSet<>();

    private boolean removing;
    private boolean troubled;
    private long waiting;

    Rows(AtomicReference<@Nullable AgentStore> store, Mailbox mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    /** How many waited when last looked at. */
    long waiting() {
        return waiting;
    }

    /** Looks how many wait. */
    void count() {
        after(Long.MAX_VALUE, 0);
    }

    /** The rows behind a sequence that are still to be sent. */
    List<OutboxEntry> after(long sequence, int limit) {
        AgentStore now = store.get();
        if (now == null) {
            return List.of();
        }
        try {
            List<OutboxEntry> rows = now.read(tables -> {
                waiting = tables.outbox().waiting();
                return limit > 0 ? tables.outbox().after(sequence, limit) : List.of();
            });
            troubled = false;
            return rows;
        } catch (StoreException e) {
            trouble(e);
            return List.of();
        }
    }

    boolean isAcknowledged(long sequence) {
        return acknowledged.contains(sequence);
    }

    void acknowledged(long sequence) {
        acknowledged.add(sequence);
    }

    /** Takes acknowledged rows out, one batch at a time; the answer comes by mail. */
    void removeAcknowledged() {
        if (!removing) {
            remove();
        }
    }

    /** The same, whether or not a batch is under way: taking out twice does no harm. For the end. */
    void remove() {
        AgentStore now = store.get();
        if (acknowledged.isEmpty() || now == null) {
            return;
        }
        List<Long> batch = new ArrayList<>(acknowledged);
        removing = true;
        now.write(tables -> {
                    batch.forEach(tables.outbox()::remove);
                    return batch.size();
                })
                .whenComplete((count, failure) -> mailbox.post(new Mailbox.Removed(batch, failure == null)));
    }

    /** The store's answer. */
    void removed(Mailbox.Removed answer) {
        removing = false;
        if (answer.done()) {
            answer.rows().forEach(acknowledged::remove);
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
