package org.benchconnect.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;

/** A ledger in memory. */
final class FakeLedger implements Ledger {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();

    volatile boolean readable = true;
    volatile boolean whole = true;

    FakeLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Entry append(Event event) {
        Entry entry = new Entry(entries.size(), clock.instant(), event);
        entries.add(entry);
        return entry;
    }

    @Override
    public void note(Event event) {
        append(event);
    }

    @Override
    public synchronized List<Entry> entries(long from, int most) {
        if (!readable) {
            throw new UncheckedIOException(new IOException("cannot be read"));
        }
        return entries.stream().skip(from).limit(most).toList();
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public Optional<Head> head() {
        return size() == 0
                ? Optional.empty()
                : Optional.of(new Head(ID, size(), "ab".repeat(32), clock.instant(), "c2lnbmVk"));
    }

    @Override
    public LedgerState state() {
        return whole ? LedgerState.TAKES_ENTRIES : LedgerState.EVIDENCE_KEPT;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void export(OutputStream out) throws IOException {
        if (!readable) {
            throw new IOException("the key cannot sign");
        }
        out.write("ledger\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Verdict verify() throws IOException {
        if (!readable) {
            throw new IOException("cannot be read");
        }
        return new Verdict(
                ID,
                size(),
                whole ? size() : 0,
                head(),
                whole ? Optional.empty() : Optional.of(new Verdict.Finding(Flaw.values()[0], 64, 3)));
    }
}
