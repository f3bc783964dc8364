package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What a watch says of its folder: each condition is told when it first is known and when it changes, again and again until
 * the notification client has it durably. Used by one thread.
 */
final class StandingConditions {
    /** No answer for so long counts as a failure: who was asked may be gone. To be told twice does no harm. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<FolderCode, State> wanted = new EnumMap<>(FolderCode.class);
    private final Map<FolderCode, Boolean> told = new EnumMap<>(FolderCode.class);
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private @Nullable Telling telling;
    private int failures;
    private Instant notBefore = Instant.MIN;

    private record State(boolean so, Facts facts) {}

    private record Telling(Map<FolderCode, Boolean> states, CompletableFuture<Void> stored, Instant since) {}

    /** This is so, with these facts. */
    void raise(FolderCode code, Facts facts) {
        wanted.put(code, new State(true, facts));
    }

    /** This is well. */
    void clear(FolderCode code) {
        wanted.put(code, new State(false, Facts.none()));
    }

    /** Tells what is not told yet. Never blocks. */
    void tell(@Nullable Notifications notifications, String source, Instant now, Runnable wake) {
        settle(now);
        if (telling != null || notifications == null || now.isBefore(notBefore)) {
            return;
        }
        Map<FolderCode, Boolean> news = new EnumMap<>(FolderCode.class);
        List<Signal> signals = new ArrayList<>();
        Set<Condition> healthy = new HashSet<>();
        wanted.forEach((code, state) -> {
            if (!Boolean.valueOf(state.so()).equals(told.get(code))) {
                news.put(code, state.so());
                if (state.so()) {
                    signals.add(new Signal(code, Severity.WARNING, state.facts()));
                } else {
                    healthy.add(Condition.of(code, state.facts()));
                }
            }
        });
        if (!news.isEmpty()) {
            CompletableFuture<Void> stored = report(notifications, source, signals, healthy);
            telling = new Telling(news, stored, now);
            stored.whenComplete((done, failure) -> wake.run());
        }
    }

    private static CompletableFuture<Void> report(
            Notifications notifications, String source, List<Signal> signals, Set<Condition> healthy) {
        try {
            return notifications.report(source, signals, healthy);
        } catch (RuntimeException refused) {
            // a neighbour that is just going away
            return CompletableFuture.failedFuture(refused);
        }
    }

    private void settle(Instant now) {
        Telling under = telling;
        if (under == null
                || !under.stored().isDone() && now.isBefore(under.since().plus(PATIENCE))) {
            return;
        }
        telling = null;
        if (!under.stored().isDone() || under.stored().isCompletedExceptionally()) {
            failures++;
            notBefore = now.plus(backoff.after(failures));
        } else {
            failures = 0;
            told.putAll(under.states());
        }
    }
}
