package org.benchconnect.link.registration;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;

/** A ledger in memory, which can refuse and says what happened when it was asked. */
final class ListedLedger implements Ledger {
    private final List<Event> events = new ArrayList<>();
    private final Runnable before;
    private volatile boolean refusing;

    /** @param before run before each entry */
    ListedLedger(Runnable before) {
        this.before = before;
    }

    void refuse() {
        refusing = true;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized Entry append(Event event) throws LedgerException {
        before.run();
        if (refusing) {
            throw new LedgerException("refused by the test");
        }
        events.add(event);
        return new Entry(events.size() - 1L, Instant.EPOCH, event);
    }

    @Override
    public void note(Event event) {
        throw new UnsupportedOperationException("what a person sends is written down before");
    }

    @Override
    public List<Entry> entries(long from, int most) {
        return List.of();
    }

    @Override
    public long size() {
        return events().size();
    }

    @Override
    public Optional<Head> head() {
        return Optional.empty();
    }

    @Override
    public LedgerState state() {
        return LedgerState.TAKES_ENTRIES;
    }

    @Override
    public String id() {
        return "0".repeat(32);
    }

    @Override
    public void export(OutputStream out) {
        throw new UnsupportedOperationException("nobody asks for this");
    }

    @Override
    public Verdict verify() {
        throw new UnsupportedOperationException("nobody asks for this");
    }
}
