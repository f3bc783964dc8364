package org.benchconnect.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's database in {@code data/agent.db} of the home folder: SQLite in WAL mode with {@code synchronous=FULL}.
 *
 * <p>This service is there even while the file cannot be used: {@link #health} says so, futures fail, reads throw, and it
 * recovers by itself. When more than 4096 changes are under way, {@link #write} makes its caller wait up to five seconds
 * for room and then fails the change; threads of the store itself never wait.
 *
 * <p>The key of the files' marks lies in the database in the clear: it protects the marks where they are seen without the
 * database, not from somebody who can read the home folder.
 */
@Component(
        service = {AgentStore.class, StatusSource.class, HealthCheck.class},
        immediate = true)
public final class SqliteStore implements AgentStore, StatusSource, HealthCheck {
    /** Framework property: true lets the driver extract its native library, for tests on a plain class path. */
    static final String EXTRACT_NATIVE = "org.benchconnect.store.extract-native";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
    private static final Duration FIRST_TRY = Duration.ofSeconds(20);

    private final Limits limits;
    private final Semaphore room;
    private final DatabaseFiles files;
    private final DatabaseCare care;
    private final Writer writer;

    /** Which streams are on; without this service none is. */
    private volatile @Nullable Streams streams;

    /** How much may wait in the outbox. */
    private volatile OutboxBounds bounds = OutboxBounds.SHIPPED;

    /** In the home folder that the launcher names. */
    @Activate
    public SqliteStore(BundleContext context) {
        this(home(context), Clock.systemUTC(), Limits.SHIPPED, "true".equals(context.getProperty(EXTRACT_NATIVE)));
    }

    SqliteStore(Path home, Clock clock, Limits limits, boolean extractNative) {
        this.limits = limits;
        this.room = new Semaphore(limits.queue());
        Database.Context context = new Database.Context(limits, clock, this::isOn, () -> bounds, this::setAside);
        this.files = new DatabaseFiles(home.resolve("data"));
        this.care = new DatabaseCare(new Opening(files, context, extractNative), limits);
        this.writer = new Writer(limits.batch(), care);
        writer.start();
        writer.awaitFirstTry(FIRST_TRY);
    }

    private static Path home(BundleContext context) {
        String home = context.getProperty(Platform.HOME);
        if (home == null) {
            throw new IllegalStateException("the launcher did not say where home is: " + Platform.HOME);
        }
        return Path.of(home);
    }

    /** From now on this service tells which streams are on. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindStreams(Streams service) {
        streams = service;
    }

    /** All are off, unless another service came before this one went. */
    public void unbindStreams(Streams service) {
        if (service.equals(streams)) {
            streams = null;
        }
    }

    /** From now on so much may wait. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindBounds(OutboxBounds configured) {
        bounds = configured;
    }

    /** As shipped, unless others came before these went. */
    public void unbindBounds(OutboxBounds gone) {
        if (gone.equals(bounds)) {
            bounds = OutboxBounds.SHIPPED;
        }
    }

    /** Commits what is queued and closes the file. */
    @Deactivate
    public void close() {
        writer.close();
    }

    @Override
    public UUID agent() {
        return opened().identity().agent();
    }

    @Override
    public long bootEpoch() {
        return opened().identity().bootEpoch();
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        String digest = opened().identity().digest(fileName.getBytes(StandardCharsets.UTF_8));
        return new FileMark(digest, size, modified.toEpochMilli());
    }

    @Override
    public StoreHealth health() {
        return care.health();
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        if (StoreThread.isCurrent()) {
            return writer.submit(new Change<>(change, () -> {}));
        }
        if (!acquireRoom()) {
            return CompletableFuture.failedFuture(
                    new StoreException(health(), "too many changes wait for the disk", new IllegalStateException()));
        }
        return writer.submit(new Change<>(change, room::release));
    }

    private boolean acquireRoom() {
        try {
            return room.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        try {
            return opened().readers().query(query);
        } catch (SqlFailure e) {
            if (Trouble.of(e) == Trouble.DAMAGED) {
                care.distrust(e);
                writer.wake();
            }
            throw new StoreException(StoreHealth.UNAVAILABLE, "the database cannot be read", e);
        }
    }

    @Override
    public Status status() {
        return StoreStatus.of(this, files);
    }

    /** A full disk is nobody's fault here: what can be read is. */
    @Override
    public boolean isWell() {
        return health() != StoreHealth.UNAVAILABLE && read(tables -> true);
    }

    private Database opened() {
        Database database = care.database();
        if (database == null) {
            throw care.reason();
        }
        return database;
    }

    /** No answer is no. */
    private boolean isOn(Stream stream) {
        Streams service = streams;
        try {
            return service != null && service.on(stream);
        } catch (RuntimeException e) {
            LOG.error("Nobody can say whether stream {} is on, so it is off", stream, e);
            return false;
        }
    }

    /** A query met a row that it could not decode: the writer takes it out. */
    private void setAside(BadRows.Origin origin, long id) {
        writer.submit(new Change<>(
                tables -> {
                    Database database = care.database();
                    if (database != null) {
                        database.quarantine().bad(origin, id);
                    }
                    return true;
                },
                () -> {}));
    }
}
