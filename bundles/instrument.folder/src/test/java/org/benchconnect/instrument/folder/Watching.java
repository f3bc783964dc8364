package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.core.testing.SteppingClock;
import org.jspecify.annotations.Nullable;

/** A watch on a real folder with neighbours in memory and time that a test advances. */
final class Watching implements Neighbours {
    static final FolderSettings SETTINGS = new FolderSettings(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofHours(24),
            new ActivityRule(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofSeconds(11)),
            FolderSettings.MEGABYTE,
            new FileTimes.Rule(5, Duration.ofMinutes(5)));

    final Path folder;
    final InMemoryStore store;
    final RecordedNotifications recorded;
    final SteppingClock wall = new SteppingClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    final SteppingClock steady = new SteppingClock(Instant.EPOCH);
    final AdapterSlot slot = new AdapterSlot();
    final FolderWatch watch;

    @Nullable
    AgentStore theStore;

    @Nullable
    Notifications theNotifications;

    Watching(Path folder, InMemoryStore store, InstrumentAdapter adapter) {
        this(folder, store, adapter, files -> files);
    }

    /** With a folder that behaves otherwise than the real one. */
    Watching(Path folder, InMemoryStore store, InstrumentAdapter adapter, UnaryOperator<ResultFolder> odd) {
        this.folder = folder;
        this.store = store;
        this.recorded = new RecordedNotifications(store);
        this.theStore = store;
        this.theNotifications = recorded;
        slot.put(adapter);
        ResultFolder files = new NioFolder(folder, "*.num", () -> Duration.between(Instant.EPOCH, steady.instant())
                .toNanos());
        watch = new FolderWatch(
                "counter", folder.toString(), odd.apply(files), SETTINGS, slot, this, wall, steady, () -> {});
    }

    static Watching of(Path folder) {
        return new Watching(folder, new InMemoryStore(), new NumberAdapter());
    }

    /** A restart of the agent: the same folder and database, everything else new. */
    Watching again() {
        return new Watching(folder, store, new NumberAdapter());
    }

    /** Lets time pass, stepping whenever the watch wants to. */
    Watching pass(Duration time) throws InterruptedException {
        Duration left = time;
        while (true) {
            Duration wait = watch.step();
            Duration step = wait.compareTo(left) < 0 ? wait : left;
            if (step.isZero() && left.isZero()) {
                return this;
            }
            Duration least = step.isZero() ? Duration.ofMillis(1) : step;
            wall.step(least);
            steady.step(least);
            left = left.minus(least).isNegative() ? Duration.ZERO : left.minus(least);
        }
    }

    Watching passSeconds(int seconds) throws InterruptedException {
        return pass(Duration.ofSeconds(seconds));
    }

    /** A file with a number in it, last modified this long ago. */
    Path file(String name, int number, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "" + number);
        Files.setLastModifiedTime(file, FileTime.from(wall.instant().minus(age)));
        return file;
    }

    Path file(String name, int number) throws IOException {
        return file(name, number, Duration.ZERO);
    }

    /** The numbers whose files were recorded, in order. */
    List<Integer> numbers() {
        return recorded.observations().stream()
                .map(each -> (int) NumberAdapter.last(each))
                .toList();
    }

    /** The numbers that the database remembers, in order. */
    List<Integer> remembered() {
        return store.memory("counter").row(NumberAdapter.Row.NUMBERS).stream()
                .map(Double::intValue)
                .toList();
    }

    Activity activity() {
        return watch.state().activity();
    }

    @Override
    public @Nullable AgentStore store() {
        return theStore;
    }

    @Override
    public @Nullable Notifications notifications() {
        return theNotifications;
    }
}
