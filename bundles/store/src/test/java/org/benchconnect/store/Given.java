package org.benchconnect.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;

/** Stores, notices and answers for tests. */
final class Given {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Limits QUICK =
            Limits.SHIPPED.retrying(Duration.ofMillis(5), Duration.ofMillis(20)).looking(Duration.ofMillis(20));

    private Given() {}

    static SqliteStore store(Path home) {
        return store(home, QUICK);
    }

    static SqliteStore store(Path home, Limits limits) {
        return new SqliteStore(home, Clock.systemUTC(), limits, true);
    }

    /** A store whose streams are on. */
    static SqliteStore sending(Path home) {
        SqliteStore store = store(home);
        store.bindStreams(stream -> true);
        return store;
    }

    static Notification notice(long id) {
        return notice(id, State.OPEN, NOON);
    }

    static Notification notice(long id, State state, Instant at) {
        @Nullable Instant acknowledged = state == State.ACKNOWLEDGED ? at : null;
        @Nullable Instant cleared = state == State.CLEARED ? at : null;
        Condition condition = new Condition("LASER_POWER", Facts.decode("LASER=n" + id));
        Facts facts = Facts.decode("LASER=n" + id + ";MEASURED_MILLIWATT=n12.5;BUILD=v1.2.3");
        return new Notification(
                id,
                "navios",
                condition,
                Kind.INSTRUMENT,
                Severity.FAULT,
                facts,
                state,
                3,
                NOON,
                at.isBefore(NOON) ? NOON : at,
                acknowledged,
                cleared);
    }

    static NoticeReport report(long id) {
        return new NoticeReport(notice(id));
    }

    /** Stores a notice and its report. */
    static long open(Tables tables) {
        long id = tables.notices().nextId();
        tables.notices().put(notice(id));
        tables.outbox().append(report(id), NOON);
        return id;
    }

    static <T> T done(CompletableFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(20, SECONDS);
    }

    /** Waits until it is so. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 4000 && !condition.getAsBoolean(); i++) {
            boolean passed = never.await(5, MILLISECONDS);
            assert !passed;
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("it did not happen within 20 s");
        }
    }

    /** SQL on a database that no store has open. */
    static Statements sql(Path home) throws SQLException {
        return new Statements(Connections.writing(home.resolve("data/agent.db")));
    }

    static long number(CompletableFuture<Long> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return done(future);
    }

    static boolean yes(CompletableFuture<Boolean> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return done(future);
    }

    /** How many reports wait. */
    static long waiting(SqliteStore store) {
        return store.read(tables -> tables.outbox().waiting());
    }

    /** The ids of the notices that are not cleared. */
    static List<Long> active(SqliteStore store) {
        return store.read(tables ->
                tables.notices().active().stream().map(Notification::id).toList());
    }

    /** The exception with which a future fails. */
    static StoreException failure(CompletableFuture<?> future) throws InterruptedException, TimeoutException {
        try {
            future.get(20, SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException failure) {
                return failure;
            }
            throw new AssertionError("not a StoreException", e);
        }
        throw new AssertionError("it did not fail");
    }
}
