package org.benchconnect.core.store;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.osgi.annotation.versioning.ProviderType;

/** The agent's database. Safe for any thread. */
@ProviderType
public interface AgentStore {
    /**
     * This agent's identity, made at the first start, the same for ever.
     *
     * @throws StoreException while there is no database
     */
    UUID agent();

    /**
     * How often this database has been opened, from 1: a part of every event's id.
     *
     * @throws StoreException while there is no database
     */
    long bootEpoch();

    /**
     * Queues a change for the one writer, which commits many at once. The future completes, on a thread of the store, when
     * the change is on the disk, or fails with {@link StoreException} when nothing of it is. A change that throws fails
     * alone. It must not block, nor keep {@code tables} beyond its call.
     */
    <T> CompletableFuture<T> write(Function<Tables, T> change);

    /**
     * Reads what is durable, on the calling thread. {@code query} must not write.
     *
     * @throws StoreException if the database cannot be read
     */
    <T> T read(Function<Tables, T> query);

    /**
     * The mark of a file: its name goes in, and only a digest keyed with a secret of this PC comes out.
     *
     * @param modified kept to the millisecond
     * @throws StoreException while there is no database
     */
    FileMark mark(String fileName, long size, Instant modified);

    /** Whether the database can be used now. Never blocks. */
    StoreHealth health();
}
