package org.benchconnect.instrument.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.store.AgentStore;

/** Which files an adapter has read: the database's marks, kept in memory. Used by one thread, which may block on it. */
final class ReadMarks {
    /** So many rows in one transaction: others' changes wait no longer than that. */
    private static final int CHUNK = 1000;

    private static final long PATIENCE_SECONDS = 30;

    private final AgentStore store;
    private final String adapter;
    private final Map<String, FileMark> byName = new HashMap<>();
    private Set<FileMark> missing = Set.of();

    /** Loads the marks; a {@link org.benchconnect.core.store.StoreException} if it cannot. */
    ReadMarks(AgentStore store, String adapter) {
        this.store = store;
        this.adapter = adapter;
        store.read(tables -> tables.positions().read(adapter)).forEach(this::add);
    }

    /** Whether these are the marks of this database, and not of one that was there before. */
    boolean of(AgentStore other) {
        return store == other;
    }

    FileMark mark(String name, Stamp stamp) {
        return store.mark(name, stamp.size(), stamp.modified());
    }

    boolean contains(FileMark mark) {
        return mark.equals(byName.get(mark.name()));
    }

    void add(FileMark mark) {
        byName.put(mark.name(), mark);
    }

    Memory memory() {
        return store.read(tables -> tables.positions().memory(adapter));
    }

    /** Whether this folder was ever looked at. The key tells nothing of the folder's name. */
    boolean neverLooked(String folder) {
        String key = folderKey(folder);
        return store.read(tables -> tables.positions().firstLook(key)).isEmpty();
    }

    /** Marks files of a folder that is looked at for the first time, and then that it was. */
    void firstLook(String folder, Collection<FileMark> old, Instant at) throws InterruptedException {
        for (List<FileMark> chunk : chunks(old)) {
            await(store.write(tables -> {
                chunk.forEach(mark -> tables.positions().markRead(adapter, mark, at));
                return chunk.size();
            }));
            chunk.forEach(this::add);
        }
        String key = folderKey(folder);
        await(store.write(tables -> {
            tables.positions().firstLook(key, at);
            return 1;
        }));
    }

    private String folderKey(String folder) {
        return "folder-" + store.mark(adapter + '\n' + folder, 0, Instant.EPOCH).name();
    }

    /**
     * Forgets files that were missing at this call and at the one before. A folder that is empty forgets nothing: it may be
     * the place where a network share is not connected.
     */
    void forgetMissing(Stream<String> present) throws InterruptedException {
        Set<String> there =
                present.map(name -> store.mark(name, 0, Instant.EPOCH).name()).collect(Collectors.toSet());
        if (there.isEmpty()) {
            return;
        }
        Set<FileMark> missingNow = byName.values().stream()
                .filter(mark -> !there.contains(mark.name()))
                .collect(Collectors.toSet());
        Set<FileMark> gone = new HashSet<>(missingNow);
        gone.retainAll(missing);
        for (List<FileMark> chunk : chunks(gone)) {
            await(store.write(tables -> {
                tables.positions().forget(adapter, Set.copyOf(chunk));
                return chunk.size();
            }));
            chunk.forEach(mark -> byName.remove(mark.name()));
        }
        missing = missingNow;
    }

    private static List<List<FileMark>> chunks(Collection<FileMark> marks) {
        List<FileMark> all = List.copyOf(marks);
        List<List<FileMark>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static <T> T await(CompletableFuture<T> written) throws InterruptedException {
        try {
            return written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new NotStored(failed);
        }
    }

    /** The database did not take it; to be tried again later. */
    static final class NotStored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStored(Exception cause) {
            super(cause);
        }
    }
}
