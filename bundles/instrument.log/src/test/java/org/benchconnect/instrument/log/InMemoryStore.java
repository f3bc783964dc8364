package org.benchconnect.instrument.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** A database in memory: fails when told to, and can hold its commits back until told to do them all. */
final class InMemoryStore implements AgentStore, Tables, Positions {
    private final Map<String, Map<String, FileMark>> read = new HashMap<>();
    private final Map<String, Memory> memories = new HashMap<>();
    private final Map<String, Instant> looks = new HashMap<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean failing;
    private boolean holding;

    synchronized void fail(boolean now) {
        failing = now;
    }

    synchronized void hold() {
        holding = true;
    }

    /** Commits what was held back; later writes commit at once. */
    synchronized int commit() {
        holding = false;
        int commits = held.size();
        while (!held.isEmpty()) {
            held.remove().run();
        }
        return commits;
    }

    @Override
    public synchronized <T> CompletableFuture<T> write(Function<Tables, T> change) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable commit = () -> {
            if (failing) {
                future.completeExceptionally(unavailable());
                return;
            }
            try {
                future.complete(change.apply(this));
            } catch (RuntimeException bad) {
                future.completeExceptionally(bad);
            }
        };
        if (holding) {
            held.add(commit);
        } else {
            commit.run();
        }
        return future;
    }

    @Override
    public synchronized <T> T read(Function<Tables, T> query) {
        if (failing) {
            throw unavailable();
        }
        return query.apply(this);
    }

    private static StoreException unavailable() {
        return new StoreException(StoreHealth.UNAVAILABLE, "told to fail", new IllegalStateException());
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        String digest = UUID.nameUUIDFromBytes(fileName.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new FileMark(digest, size, modified.toEpochMilli());
    }

    @Override
    public synchronized StoreHealth health() {
        return failing ? StoreHealth.UNAVAILABLE : StoreHealth.OK;
    }

    @Override
    public UUID agent() {
        return new UUID(0, 1);
    }

    @Override
    public long bootEpoch() {
        return 1;
    }

    @Override
    public Positions positions() {
        return this;
    }

    @Override
    public Notices notices() {
        throw new UnsupportedOperationException("a watch has nothing to do with notices");
    }

    @Override
    public org.benchconnect.core.store.Commands commands() {
        throw new UnsupportedOperationException("nobody asks for this");
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException("a watch has nothing to do with the outbox");
    }

    @Override
    public synchronized Set<FileMark> read(String adapter) {
        return new HashSet<>(marks(adapter).values());
    }

    @Override
    public boolean isRead(String adapter, FileMark file) {
        return file.equals(marks(adapter).get(file.name()));
    }

    @Override
    public void markRead(String adapter, FileMark file, Instant at) {
        marks(adapter).put(file.name(), file);
    }

    @Override
    public void forget(String adapter, Set<FileMark> gone) {
        marks(adapter).values().removeAll(gone);
    }

    @Override
    public Memory memory(String adapter) {
        return memories.getOrDefault(adapter, Memory.blank());
    }

    @Override
    public void remember(String adapter, Memory memory) {
        memories.put(adapter, memory);
    }

    @Override
    public Optional<Instant> firstLook(String adapter) {
        return Optional.ofNullable(looks.get(adapter));
    }

    @Override
    public void firstLook(String adapter, Instant at) {
        looks.putIfAbsent(adapter, at);
    }

    private Map<String, FileMark> marks(String adapter) {
        return read.computeIfAbsent(adapter, key -> new HashMap<>());
    }
}
