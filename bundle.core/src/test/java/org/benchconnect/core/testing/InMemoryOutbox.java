package org.benchconnect.core.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Priority;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.store.Outbox;

/** An outbox in memory without limits, in which every stream is on. */
public final class InMemoryOutbox implements Outbox {
    private final NavigableMap<Long, OutboxEntry> waiting = new TreeMap<>();
    private final List<Departures.Departure> gone = new ArrayList<>();
    private long last;

    /** What waits, in the order in which it came. */
    public synchronized List<Report> reports() {
        return waiting.values().stream().map(OutboxEntry::report).toList();
    }

    @Override
    public synchronized boolean append(Report report, Instant at) {
        last++;
        waiting.put(last, new OutboxEntry(1, last, at, report));
        return true;
    }

    @Override
    public synchronized Optional<OutboxEntry> newest() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.lastEntry().getValue());
    }

    @Override
    public synchronized List<OutboxEntry> after(long sequence, int limit) {
        return waiting.tailMap(sequence, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<OutboxEntry> next(Set<Long> underWay, int limit) {
        return Stream.concat(of(Priority.FIRST), of(Priority.NORMAL))
                .filter(entry -> !underWay.contains(entry.sequence()))
                .limit(limit)
                .toList();
    }

    private Stream<OutboxEntry> of(Priority priority) {
        return waiting.values().stream().filter(entry -> entry.report().priority() == priority);
    }

    @Override
    public synchronized void sent(long sequence, String sent, Instant at) {
        OutboxEntry entry = waiting.remove(sequence);
        if (entry != null) {
            gone.add(0, new Departures.Departure(at, entry.report().stream(), "1-" + sequence, sent));
        }
    }

    @Override
    public synchronized void remove(long sequence) {
        waiting.remove(sequence);
    }

    @Override
    public long givenUp() {
        return 0;
    }

    @Override
    public synchronized List<Departures.Departure> departures(int limit) {
        return gone.stream().limit(limit).toList();
    }

    @Override
    public synchronized long waiting() {
        return waiting.size();
    }
}
