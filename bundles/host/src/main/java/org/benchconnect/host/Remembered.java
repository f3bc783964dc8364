package org.benchconnect.host;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of numbers that outlive a restart, in the agent's database. While there is none they are kept here alone, so that the checks go
 * on. Used by one thread at a time; the store may come and go on any.
 */
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final AtomicReference<@Nullable AgentStore> store;
    private Memory memory = Memory.blank();
    private Memory saved = Memory.blank();
    private boolean read;

    Remembered(AtomicReference<@Nullable AgentStore> store) {
        this.store = store;
    }

    /** What is known under a name; empty at first. */
    synchronized <N extends Enum<N> & FactName> List<Double> row(N name) {
        readOnce();
        return memory.row(name);
    }

    /** Keeps a row; durable at the next {@link #save}. */
    synchronized <N extends Enum<N> & FactName> void remember(N name, List<Double> numbers) {
        readOnce();
        memory = memory.with(name, numbers);
    }

    /** Hands what changed to the store, and does not wait. */
    synchronized void save() {
        AgentStore now = store.get();
        Memory wanted = memory;
        if (now == null || !read || wanted.equals(saved)) {
            return;
        }
        saved = wanted;
        now.write(tables -> {
                    tables.positions().remember(HostWatch.SOURCE, wanted);
                    return wanted;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.debug("what the checks remember could not be stored", failure);
                        saveAgain();
                    }
                });
    }

    private synchronized void saveAgain() {
        saved = Memory.blank();
    }

    private void readOnce() {
        AgentStore now = store.get();
        if (read || now == null) {
            return;
        }
        try {
            Memory stored = now.read(tables -> tables.positions().memory(HostWatch.SOURCE));
            memory = stored;
            saved = stored;
            read = true;
        } catch (StoreException e) {
            LOG.debug("what the checks remember cannot be read now", e);
        }
    }
}
