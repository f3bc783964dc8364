package org.benchconnect.upgrade.upgrader;

import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;

/** A ledger in memory. */
class FakeLedger implements Ledger {
    final List<Entry> entries = new ArrayList<>();
    private final Clock clock;

    FakeLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Entry append(Event event) {
        Entry entry = new Entry(entries.size(), clock.instant(), event);
        entries.add(entry);
        return entry;
    }

    @Override
    public void note(Event event) {
        append(event);
    }

    @Override
    public List<Entry> entries(long from, int most) {
        return entries.stream().skip(from).limit(most).toList();
    }

    @Override
    public long size() {
        return entries.size();
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
        throw new AssertionError("the upgrade utility neither exports nor verifies the ledger");
    }

    @Override
    public Verdict verify() {
        throw new AssertionError("the upgrade utility neither exports nor verifies the ledger");
    }
}
