package org.benchconnect.host;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Commands;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** A database of nothing but what the checks remember, as its line. For one thread. */
final class KeptMemory implements AgentStore, Tables, Positions {
    private String line = "";

    /** What is stored. */
    Memory stored() {
        return Memory.decode(line);
    }

    @Override
    public Memory memory(String adapter) {
        return stored();
    }

    @Override
    public void remember(String adapter, Memory memory) {
        line = memory.encode();
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        return CompletableFuture.completedFuture(change.apply(this));
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        return query.apply(this);
    }

    @Override
    public Positions positions() {
        return this;
    }

    @Override
    public Notices notices() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Commands commands() {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID agent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long bootEpoch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoreHealth health() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<FileMark> read(String adapter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isRead(String adapter, FileMark file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markRead(String adapter, FileMark file, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String adapter, Set<FileMark> gone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> firstLook(String adapter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void firstLook(String adapter, Instant at) {
        throw new UnsupportedOperationException();
    }
}
