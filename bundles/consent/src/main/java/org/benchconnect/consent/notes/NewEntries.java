package org.benchconnect.consent.notes;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each entry of a ledger once, in order; of a ledger that began anew, from its beginning. Guarded by whoever owns it. */
public final class NewEntries {
    private static final Logger LOG = LoggerFactory.getLogger(NewEntries.class);
    private static final int PAGE = 1000;

    private String ledger = "";
    private long next;
    private boolean unreadable;

    /**
     * Reads what is new.
     *
     * @param begins told before the first entry of another ledger than the one before
     * @return whether all of it could be read; what could not is read again the next time
     */
    public boolean read(Ledger now, Runnable begins, Consumer<Entry> entries) {
        if (!now.id().equals(ledger)) {
            ledger = now.id();
            next = 0;
            begins.run();
        }
        try {
            for (List<Entry> page = now.entries(next, PAGE); !page.isEmpty(); page = now.entries(next, PAGE)) {
                page.forEach(entries);
                next = page.get(page.size() - 1).number() + 1;
            }
            unreadable = false;
        } catch (UncheckedIOException e) {
            if (!unreadable) {
                LOG.error("the ledger cannot be read: nothing is allowed until it can", e);
            }
            unreadable = true;
        }
        return !unreadable;
    }

    /** The number of the entry that comes next. */
    public long next() {
        return next;
    }
}
