package org.benchconnect.core.testing;

import java.nio.charset.StandardCharsets;
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
import org.benchconnect.core.store.Commands;
import org.benchconnect.core.store.Notices;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** A database in memory, of what was read and remembered and of what must leave: fails when told to, and can hold its commits back until told to do them all. */
public final class InMemoryStore implements AgentStore, Tables, Positions {
    private final Map<String, Map<String, FileMark>> read = new HashMap<>();
    private final Map<String, String> memories = new HashMap<>();
    private final Map<String, Instant> looks = new HashMap<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private boolean failing;
    private boolean holding;

    /** Whether every call fails from now on. */
    public synchronized void fail(boolean now) {
        failing = now;
    }

    /** Commits nothing more until {@link #commit}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Commits what was held back; later writes commit at once. Returns how many there were. */
    public synchronized int commit() {
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
        String digest = UUID.nameUUIDFromBytes(fileName.getBytes(StandardCharsets.UTF_8))
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
        throw new UnsupportedOperationException("this database keeps no notices");
    }

    @Override
    public Commands commands() {
        throw new UnsupportedOperationException("this database keeps no commands");
    }

    @Override
    public InMemoryOutbox outbox() {
        return outbox;
    }

    @Override
    public synchronized Set<FileMark> read(String adapter) {
        return new HashSet<>(marks(adapter).values());
    }

    @Override
    public synchronized boolean isRead(String adapter, FileMark file) {
        return file.equals(marks(adapter).get(file.name()));
    }

    @Override
    public synchronized void markRead(String adapter, FileMark file, Instant at) {
        marks(adapter).put(file.name(), file);
    }

    @Override
    public synchronized void forget(String adapter, Set<FileMark> gone) {
        marks(adapter).values().removeAll(gone);
    }

    @Override
    public synchronized Memory memory(String adapter) {
        return Memory.decode(memories.getOrDefault(adapter, Memory.blank().encode()));
    }

    @Override
    public synchronized void remember(String adapter, Memory memory) {
        memories.put(adapter, memory.encode());
    }

    @Override
    public synchronized Optional<Instant> firstLook(String adapter) {
        return Optional.ofNullable(looks.get(adapter));
    }

    @Override
    public synchronized void firstLook(String adapter, Instant at) {
        looks.putIfAbsent(adapter, at);
    }

    private Map<String, FileMark> marks(String adapter) {
        return read.computeIfAbsent(adapter, key -> new HashMap<>());
    }
}
