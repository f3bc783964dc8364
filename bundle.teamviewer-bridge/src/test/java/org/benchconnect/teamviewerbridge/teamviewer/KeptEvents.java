package org.benchconnect.teamviewerbridge.teamviewer;

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

/** A ledger that keeps events in memory, or takes none. */
final class KeptEvents implements Ledger {
    final List<Event> events = new ArrayList<>();
    boolean takes = true;

    @Override
    public Entry append(Event event) throws LedgerException {
        if (!takes) {
            throw new LedgerException("the disk is full");
        }
        events.add(event);
        return new Entry(events.size(), Instant.EPOCH, event);
    }

    @Override
    public void note(Event event) {
        events.add(event);
    }

    @Override
    public List<Entry> entries(long from, int most) {
        throw new UnsupportedOperationException("an engine only adds to the ledger");
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public Optional<Head> head() {
        return Optional.empty();
    }

    @Override
    public LedgerState state() {
        throw new UnsupportedOperationException("an engine only adds to the ledger");
    }

    @Override
    public String id() {
        return "0".repeat(32);
    }

    @Override
    public void export(OutputStream out) {
        throw new UnsupportedOperationException("an engine only adds to the ledger");
    }

    @Override
    public Verdict verify() {
        throw new UnsupportedOperationException("an engine only adds to the ledger");
    }
}
