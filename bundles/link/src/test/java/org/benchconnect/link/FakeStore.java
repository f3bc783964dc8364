package org.benchconnect.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Commands;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** An outbox in memory, which can be broken. */
final class FakeStore implements AgentStore, Tables, Outbox {
    static final UUID AGENT = UUID.fromString("0b0c0d0e-0102-4304-8506-0708090a0b0c");

    private final Map<Long, OutboxEntry> rows = new ConcurrentSkipListMap<>();
    private final Deque<Departure> departures = new ConcurrentLinkedDeque<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private volatile StoreHealth health = StoreHealth.OK;
    private long sequence;

    void breakDown() {
        health = StoreHealth.UNAVAILABLE;
    }

    void recover() {
        health = StoreHealth.OK;
    }

    void append(int count) {
        for (int i = 0; i < count; i++) {
            append(new NoticeReport(org.benchconnect.link.Notices.notice(sequence + 1)), Instant.EPOCH);
        }
    }

    @Override
    public UUID agent() {
        return AGENT;
    }

    @Override
    public long bootEpoch() {
        return 3;
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        return health == StoreHealth.OK
                ? CompletableFuture.completedFuture(change.apply(this))
                : CompletableFuture.failedFuture(failure());
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        if (health != StoreHealth.OK) {
            throw failure();
        }
        return query.apply(this);
    }

    private StoreException failure() {
        return new StoreException(health, "broken by the test", new IllegalStateException());
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        throw new UnsupportedOperationException("the link never asks for this");
    }

    @Override
    public StoreHealth health() {
        return health;
    }

    @Override
    public Positions positions() {
        throw new UnsupportedOperationException("the link never asks for this");
    }

    @Override
    public Notices notices() {
        throw new UnsupportedOperationException("the link never asks for this");
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Optional<OutboxEntry> newest() {
        return rows.values().stream().max(Comparator.comparing(OutboxEntry::sequence));
    }

    @Override
    public boolean append(Report report, Instant at) {
        sequence++;
        rows.put(sequence, new OutboxEntry(bootEpoch(), sequence, at, report));
        return true;
    }

    @Override
    public List<OutboxEntry> after(long after, int limit) {
        return rows.values().stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(long row) {
        rows.remove(row);
    }

    @Override
    public long waiting() {
        return rows.size();
    }

    @Override
    public List<OutboxEntry> next(Set<Long> underWay, int limit) {
        return rows.values().stream()
                .filter(entry -> !underWay.contains(entry.sequence()))
                .sorted(Comparator.comparing(
                                (OutboxEntry entry) -> entry.report().priority())
                        .thenComparing(OutboxEntry::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public void sent(long sequence, String sent, Instant at) {
        OutboxEntry entry = rows.remove(sequence);
        if (entry != null) {
            departures.addFirst(
                    new Departure(at, entry.report().stream(), entry.bootEpoch() + "-" + entry.sequence(), sent));
        }
    }

    @Override
    public long givenUp() {
        return 0;
    }

    @Override
    public List<Departure> departures(int limit) {
        return departures.stream().limit(limit).toList();
    }

    @Override
    public Commands commands() {
        return (nonce, expires) -> nonces.add(nonce);
    }
}
