package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInstrumentsTest {
    @TempDir
    Path folder = Path.of("");

    private final InMemoryStore store = new InMemoryStore();
    private final RecordedNotifications notifications = new RecordedNotifications(store);
    private final FolderSettings quick = new FolderSettings(
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofHours(24),
            Watching.SETTINGS.rule(),
            FolderSettings.MEGABYTE,
            Watching.SETTINGS.times());
    private final SteppingClock aside = new SteppingClock(java.time.Instant.EPOCH);
    private FolderInstruments instruments = new FolderInstruments(quick, Clock.systemUTC(), new SteadyClock());

    @BeforeEach
    void bindNeighbours() throws ReflectiveOperationException {
        bind(instruments);
    }

    @AfterEach
    void stop() throws InterruptedException {
        instruments.stop();
    }

    /** As the service component runtime does it. */
    private void bind(FolderInstruments component) throws ReflectiveOperationException {
        for (Map.Entry<String, Object> service : Map.<String, Object>of("store", store, "notifications", notifications)
                .entrySet()) {
            Field field = FolderInstruments.class.getDeclaredField(service.getKey());
            field.setAccessible(true);
            field.set(component, service.getValue());
        }
    }

    private Map<String, Object> properties(String id, Path where) {
        return Map.of(
                InstrumentAdapter.ID,
                id,
                InstrumentAdapter.FOLDER,
                where.toString(),
                InstrumentAdapter.PATTERN,
                "*.num");
    }

    private InstrumentState only() {
        assertEquals(1, instruments.now().size());
        return instruments.now().get(0);
    }

    /** Never there half written, however long this thread stands still. */
    private static void finished(Path file, String content) throws IOException {
        Path begun = Files.writeString(file.resolveSibling(file.getFileName() + ".begun"), content);
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitRecords(int count) {
        Await.until(count + " records", () -> notifications.observations().size() >= count);
    }

    @Test
    void aFileThatAppearsIsRecordedAndToldOf() throws IOException {
        instruments.addAdapter(new NumberAdapter(), properties("counter", folder));
        finished(folder.resolve("a.num"), "1");

        awaitRecords(1);

        Await.until("the state says it", () -> only().lastFile() != null);
        assertEquals("counter", only().adapter());
        assertEquals("Counter 1", only().model());
        assertTrue(only().watching());
    }

    @Test
    void aSwapOfTheAdapterContinuesTheSameWatch() throws IOException {
        NumberAdapter old = new NumberAdapter();
        instruments.addAdapter(old, properties("counter", folder));
        finished(folder.resolve("a.num"), "1");
        awaitRecords(1);

        instruments.removeAdapter(old);
        finished(folder.resolve("b.num"), "2");
        assertTrue(only().watching());
        instruments.addAdapter(new NumberAdapter(), properties("counter", folder));
        awaitRecords(2);

        assertEquals(List.of(1.0, 2.0), store.memory("counter").row(NumberAdapter.Row.NUMBERS));
    }

    @Test
    void anotherFolderForTheSameAdapterIsAnotherWatch(@TempDir Path other) throws IOException {
        NumberAdapter old = new NumberAdapter();
        instruments.addAdapter(old, properties("counter", folder));
        finished(folder.resolve("a.num"), "1");
        awaitRecords(1);

        instruments.removeAdapter(old);
        instruments.addAdapter(new NumberAdapter(), properties("counter", other));
        finished(other.resolve("b.num"), "2");
        awaitRecords(2);

        assertEquals("counter", only().adapter());
        assertEquals(List.of(1.0, 2.0), store.memory("counter").row(NumberAdapter.Row.NUMBERS));
    }

    @Test
    void anAdapterThatHangsHoldsUpNoOther(@TempDir Path other) throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        InstrumentAdapter hanging = new NumberAdapter() {
            @Override
            public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
                Await.until("release", () -> release.getCount() == 0);
                return super.observe(file, memory);
            }
        };
        finished(folder.resolve("a.num"), "1");
        finished(other.resolve("b.num"), "2");

        instruments.addAdapter(hanging, properties("a-hanging", folder));
        instruments.addAdapter(new NumberAdapter(), properties("counter", other));
        awaitRecords(1);

        assertEquals(2.0, NumberAdapter.last(notifications.observations().get(0)));
        assertEquals(
                List.of("a-hanging", "counter"),
                instruments.now().stream().map(InstrumentState::adapter).toList());
        release.countDown();
    }

    @Test
    void anAdapterWithoutAFolderIsNotWatchedAndOneWithoutAnIdIsNotUsed() {
        instruments.addAdapter(new NumberAdapter(), Map.of(InstrumentAdapter.ID, "counter"));
        instruments.addAdapter(
                new NumberAdapter(), Map.of(InstrumentAdapter.ID, "counter", InstrumentAdapter.FOLDER, " "));
        instruments.addAdapter(new NumberAdapter(), Map.of(InstrumentAdapter.FOLDER, folder.toString()));

        assertEquals(List.of(), instruments.now());
    }

    @Test
    void aFolderThatCannotBeOneIsShownAsNotWatched() {
        instruments.addAdapter(
                new NumberAdapter(), Map.of(InstrumentAdapter.ID, "counter", InstrumentAdapter.FOLDER, "not/absolute"));
        instruments.addAdapter(
                new NumberAdapter(),
                Map.of(
                        InstrumentAdapter.ID, "other",
                        InstrumentAdapter.FOLDER, folder.toString(),
                        InstrumentAdapter.PATTERN, "{unclosed"));

        assertEquals(2, instruments.now().size());
        assertFalse(instruments.now().stream().anyMatch(InstrumentState::watching));
    }

    @Test
    void theWatchOfAnAdapterThatStaysAwayEnds() throws Exception {
        instruments.stop();
        instruments = new FolderInstruments(quick, Clock.systemUTC(), aside);
        NumberAdapter leaving = new NumberAdapter();
        instruments.addAdapter(leaving, properties("counter", folder));
        Await.until(
                "the first look is over: it does not take the minute that passes below",
                () -> instruments.now().get(0).watching());

        instruments.removeAdapter(leaving);
        assertEquals(1, instruments.now().size());
        aside.step(FolderInstruments.LINGER);
        instruments.updatedAdapter(leaving, Map.of(InstrumentAdapter.ID, "counter"));

        Await.until("the watch ended", () -> instruments.now().isEmpty());
    }
}
