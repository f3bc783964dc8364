package org.benchconnect.instrument.log;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.core.testing.SteppingClock;

/** A log that is followed on a real folder, step by step, with neighbours in memory and time that a test advances. */
final class Following implements Neighbours {
    /** Each line that says {@code line N} raises the code of N, so that a test sees which lines were read, and how often. */
    static final List<String> RULES = List.of(
            "A warning instrument clears after 1s: ^a$",
            "B warning instrument clears after 1s: ^b$",
            "C warning instrument clears after 1s: ^c$",
            "D warning instrument clears after 1s: ^d$",
            "UMLAUT warning instrument: ^Störung €$",
            "busy: begins$",
            "idle: ends$");

    final Path folder;
    final InMemoryStore store;
    final RecordedNotifications notifications;
    final SteppingClock wall;
    final SteppingClock steady = new SteppingClock(Instant.EPOCH);
    final LogKeeper keeper;
    private final LogSettings settings;

    Following(Path folder, InMemoryStore store, LogSettings settings, Instant now) {
        this.folder = folder;
        this.store = store;
        this.settings = settings;
        this.notifications = new RecordedNotifications(store);
        this.wall = new SteppingClock(now);
        this.keeper = LogWatch.keeper("it.log", settings, java.util.Set.of(), this, wall, steady);
    }

    static LogSettings settings(Path folder, String pattern, List<String> rules) {
        return new LogSettings(folder.toString(), pattern, LogEncoding.AUTO, LogTable.of(rules), "", Duration.ZERO);
    }

    /** The log {@code app.log*} of a folder, with its first look done. */
    static Following of(Path folder) {
        return of(folder, settings(folder, "app.log*", RULES)).look();
    }

    /** With nothing looked at yet. */
    static Following of(Path folder, LogSettings settings) {
        return new Following(folder, new InMemoryStore(), settings, Instant.parse("2026-03-02T08:00:00Z"));
    }

    /** A restart of the agent: the same folder and database, everything else new. */
    Following again() {
        return new Following(folder, store, settings, wall.instant());
    }

    /** Looks until nothing is left to do, and a moment later stores. */
    Following look() {
        Duration wait = keeper.step();
        for (int i = 0; i < 50; i++) {
            Duration step = wait.isZero() ? Duration.ofMillis(1) : Duration.ofMillis(250);
            steady.step(step);
            wall.step(step);
            wait = keeper.step();
        }
        return this;
    }

    Following pass(Duration time) {
        steady.step(time);
        wall.step(time);
        return look();
    }

    /** What was said to be so, in order. */
    String raised() {
        return String.join(
                "",
                notifications.said().stream()
                        .filter(code -> code.startsWith("+"))
                        .map(code -> code.substring(1))
                        .toList());
    }

    @Override
    public AgentStore store() {
        return store;
    }

    @Override
    public Notifications notifications() {
        return notifications;
    }

    Clock clock() {
        return wall;
    }
}
