package org.benchconnect.feature.filetransfer;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;

/** A ledger without a disk, which can be full. */
final class LedgerInMemory implements Ledger {
    final List<Event> events = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile Runnable whileWriting = () -> {};

    @Override
    public synchronized Entry append(Event event) throws LedgerException {
        if (full) {
            throw new LedgerException("the disk is full");
        }
        whileWriting.run();
        events.add(event);
        return new Entry(events.size() - 1L, Instant.EPOCH, event);
    }

    @Override
    public void note(Event event) {
        events.add(event);
    }

    /** The events as kinds with their reason, where they have one. */
    List<String> said() {
        return events.stream()
                .map(event -> event.kind()
                        + Optional.ofNullable(event.details().get(Detail.REASON))
                                .map(reason -> " " + reason)
                                .orElse(""))
                .toList();
    }

    Event only(EventKind kind) {
        List<Event> found =
                events.stream().filter(event -> event.kind() == kind).toList();
        if (found.size() != 1) {
            throw new AssertionError(said());
        }
        return found.get(0);
    }

    @Override
    public List<Entry> entries(long from, int most) {
        return List.of();
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
        return full ? LedgerState.CANNOT_WRITE : LedgerState.TAKES_ENTRIES;
    }

    @Override
    public Verdict verify() {
        throw new UnsupportedOperationException("nothing is proven of a ledger in memory");
    }

    @Override
    public String id() {
        return "0".repeat(32);
    }

    @Override
    public void export(OutputStream out) {
        throw new UnsupportedOperationException("there is no file");
    }
}
