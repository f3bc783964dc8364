package org.benchconnect.link.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Commands;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** A database of nonces alone, which can be broken. */
final class NonceStore implements AgentStore, Tables {
    static final UUID AGENT = UUID.fromString("0b0c0d0e-0102-4304-8506-0708090a0b0c");

    private final Set<String> nonces = new HashSet<>();
    private boolean broken;

    void breakDown() {
        broken = true;
    }

    void recover() {
        broken = false;
    }

    @Override
    public UUID agent() {
        return AGENT;
    }

    @Override
    public long bootEpoch() {
        return 1;
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        return broken
                ? CompletableFuture.failedFuture(
                        new StoreException(StoreHealth.UNAVAILABLE, "by the test", new IllegalStateException()))
                : CompletableFuture.completedFuture(change.apply(this));
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        return query.apply(this);
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        throw new UnsupportedOperationException("commands have no use for it");
    }

    @Override
    public StoreHealth health() {
        return broken ? StoreHealth.UNAVAILABLE : StoreHealth.OK;
    }

    @Override
    public Positions positions() {
        throw new UnsupportedOperationException("commands have no use for it");
    }

    @Override
    public Notices notices() {
        throw new UnsupportedOperationException("commands have no use for it");
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException("commands have no use for it");
    }

    @Override
    public Commands commands() {
        return (nonce, expires) -> nonces.add(nonce);
    }
}
