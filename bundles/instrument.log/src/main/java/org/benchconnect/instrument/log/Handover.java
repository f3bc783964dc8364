package org.benchconnect.instrument.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way into the database. Each has a number, which is a part of its mark: handed on twice it counts once, so that one without an answer can be handed on again.
 * Used by one thread.
 */
final class Handover {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** So often what is refused, not for want of a database, is handed on: then it is no change that could ever be stored. */
    private static final int REFUSALS = 5;

    private final String id;
    private Memory durable = Memory.blank();
    private @Nullable Change change;
    private @Nullable CompletableFuture<Void> stored;
    private Instant since = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private int failures;
    private int refusals;

    private record Change(FileMark mark, Observation observation) {}

    /** How it stands. */
    enum State {
        /** Nothing is under way. */
        FREE,
        /** Something is. */
        WAITING,
        /** Something could not be stored and never will be: what is remembered must be loaded again. */
        LOST
    }

    Handover(String id) {
        this.id = id;
    }

    /** The database is another, or a change was lost: this is what it remembers. */
    void load(Memory memory) {
        durable = memory;
        change = null;
        stored = null;
        failures = 0;
        refusals = 0;
    }

    /** Hands on what was found and what must be remembered. */
    void hand(
            AgentStore store,
            Notifications notifications,
            UnaryOperator<Memory> keep,
            Findings findings,
            Instant now,
            Runnable wake) {
        List<Double> row = durable.row(LogRow.SEQUENCE);
        double sequence = row.isEmpty() ? 1 : row.get(0) + 1;
        Memory memory = keep.apply(durable).with(LogRow.SEQUENCE, List.of(sequence));
        Reading reading = new Reading(Reading.Outcome.READ, null, "LOG", 0, null);
        FileMark mark = store.mark("log of " + id, (long) sequence, Instant.EPOCH);
        change = new Change(mark, new Observation(reading, findings.signals(), findings.healthy(), memory));
        send(notifications, now, wake);
    }

    private void send(Notifications notifications, Instant now, Runnable wake) {
        Change sent = change;
        if (sent != null) {
            CompletableFuture<Void> answer = record(notifications, sent);
            stored = answer;
            since = now;
            answer.whenComplete((done, failure) -> wake.run());
        }
    }

    private CompletableFuture<Void> record(Notifications notifications, Change sent) {
        try {
            return notifications.record(id, sent.mark(), sent.observation());
        } catch (StoreException | IllegalStateException away) {
            // a neighbour that is just going away
            return CompletableFuture.failedFuture(away);
        }
    }

    /** Takes the answer, or hands on again what had none. */
    State settle(Notifications notifications, Instant now, Runnable wake) {
        Change under = change;
        if (under == null) {
            return State.FREE;
        }
        CompletableFuture<Void> answer = stored;
        if (answer != null && !answer.isDone() && now.isBefore(since.plus(PATIENCE))) {
            return State.WAITING;
        } else if (answer != null && answer.isDone() && !answer.isCompletedExceptionally()) {
            durable = under.observation().memory();
            change = null;
            stored = null;
            failures = 0;
            refusals = 0;
            return State.FREE;
        } else if (answer != null) {
            refusals += answer.isDone() && !isForWantOfADatabase(answer) ? 1 : 0;
            stored = null;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
            failures++;
            notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            return refusals >= REFUSALS ? State.LOST : State.WAITING;
        } else if (!now.isBefore(notBefore)) {
            send(notifications, now, wake);
        }
        return State.WAITING;
    }

    private static boolean isForWantOfADatabase(CompletableFuture<Void> failed) {
        try {
            failed.join();
            return false;
        } catch (CompletionException failure) {
            return failure.getCause() instanceof StoreException;
        } catch (RuntimeException cancelled) {
            return true;
        }
    }
}
