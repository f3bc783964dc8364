package org.benchconnect.consent.account;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;

/** A ledger without a disk, which refuses entries when told to. */
final class LedgerInMemory implements Ledger {
    final List<Entry> entries = new ArrayList<>();
    boolean refuses;
    private final String id;
    private final Clock clock;

    LedgerInMemory(String id, Clock clock) {
        this(id, clock, Event.of(EventKind.LEDGER_BEGUN));
    }

    private LedgerInMemory(String id, Clock clock, Event begun) {
        this.id = id;
        this.clock = clock;
        note(begun);
    }

    /** One that began because another was broken, and says so. */
    static LedgerInMemory afterBroken(String id, Clock clock) {
        return new LedgerInMemory(id, clock, Event.of(EventKind.LEDGER_BEGUN).with(Detail.DIGEST, "b".repeat(64)));
    }

    @Override
    public synchronized Entry append(Event event) throws LedgerException {
        if (refuses) {
            throw new LedgerException("told to");
        }
        Instant now = clock.instant();
        Instant last = entries.isEmpty() ? now : entries.get(entries.size() - 1).time();
        Entry entry = new Entry(entries.size(), now.isBefore(last) ? last : now, event);
        entries.add(entry);
        return entry;
    }

    @Override
    public void note(Event event) {
        try {
            append(event);
        } catch (LedgerException e) {
            // a ledger that refuses keeps notes for later: here for never
        }
    }

    List<EventKind> kinds() {
        return entries.stream().map(one -> one.event().kind()).toList();
    }

    @Override
    public synchronized List<Entry> entries(long from, int most) {
        return entries.stream().skip(from).limit(most).toList();
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public Optional<Head> head() {
        return Optional.empty();
    }

    @Override
    public LedgerState state() {
        return refuses ? LedgerState.CANNOT_WRITE : LedgerState.TAKES_ENTRIES;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Verdict verify() {
        throw new UnsupportedOperationException("nobody verifies this one");
    }

    @Override
    public void export(OutputStream out) {
        throw new UnsupportedOperationException("nobody exports this one");
    }
}
