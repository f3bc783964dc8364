package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchFailureTest {
    @TempDir
    Path folder = Path.of("");

    /** Fails on some numbers. */
    private static final class Failing extends NumberAdapter {
        private final int number;
        private final Exception failure;
        int failures = Integer.MAX_VALUE;

        Failing(int number, Exception failure) {
            this.number = number;
            this.failure = failure;
        }

        @Override
        public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
            Observation observation = super.observe(file, memory);
            if (last(observation) == number && failures-- > 0) {
                if (failure instanceof IOException unreadable) {
                    throw unreadable;
                }
                throw assertInstanceOf(RuntimeException.class, failure);
            }
            return observation;
        }
    }

    private Watching with(NumberAdapter adapter) throws InterruptedException {
        return new Watching(folder, new InMemoryStore(), adapter).passSeconds(1);
    }

    private static void threeFiles(Watching watching) throws IOException {
        watching.file("a.num", 1, Duration.ofSeconds(3));
        watching.file("b.num", 2, Duration.ofSeconds(2));
        watching.file("c.num", 3, Duration.ofSeconds(1));
    }

    private static List<String> codes(Observation observation) {
        return observation.signals().stream()
                .map(Signal::code)
                .map(code -> code.name())
                .toList();
    }

    @Test
    void aStoreThatFailsForAWhileLosesNothingAndKeepsTheOrder() throws Exception {
        Watching watching = with(new NumberAdapter());
        watching.store.fail(true);
        threeFiles(watching);
        watching.passSeconds(90);
        assertEquals(List.of(), watching.numbers());
        assertNull(watching.watch.state().lastFile());

        watching.store.fail(false);
        watching.passSeconds(60);

        assertEquals(List.of(1, 2, 3), watching.numbers());
        assertEquals(List.of(1, 2, 3), watching.remembered());
    }

    @Test
    void aStoreThatFailsWhileManyAreUnderWayLosesNothing() throws Exception {
        Watching watching = with(new NumberAdapter());
        for (int number = 0; number < 300; number++) {
            watching.file("f" + number + ".num", number, Duration.ofSeconds(500 - number));
        }
        watching.store.hold();
        watching.passSeconds(2);
        watching.store.fail(true);
        watching.store.commit();
        watching.passSeconds(5);

        watching.store.fail(false);
        watching.passSeconds(60);

        List<Integer> all = IntStream.range(0, 300).boxed().toList();
        assertEquals(all, watching.numbers());
        assertEquals(all, watching.remembered());
    }

    @Test
    void aStoreThatNeverAnswersIsAskedAgain() throws Exception {
        Watching watching = with(new NumberAdapter());
        watching.store.hold();
        threeFiles(watching);
        watching.passSeconds(40);

        watching.store.commit();
        watching.passSeconds(10);

        assertEquals(List.of(1, 2, 3), watching.numbers());
        assertEquals(List.of(1, 2, 3), watching.remembered());
    }

    @Test
    void neighboursThatAreAbsentAreWaitedFor() throws Exception {
        Watching watching = Watching.of(folder);
        watching.theStore = null;
        watching.theNotifications = null;
        threeFiles(watching);
        watching.passSeconds(60);
        assertTrue(watching.watch.state().watching());

        watching.theStore = watching.store;
        watching.passSeconds(60);
        assertEquals(List.of(), watching.numbers());
        watching.theNotifications = watching.recorded;
        watching.passSeconds(1);

        assertEquals(List.of(1, 2, 3), watching.numbers());
    }

    @Test
    void anotherInstanceOfTheStoreIsReadAfresh() throws Exception {
        Watching watching = with(new NumberAdapter());
        threeFiles(watching);
        watching.passSeconds(2);

        watching.theStore = null;
        watching.file("d.num", 4);
        watching.passSeconds(5);
        InMemoryStore other = new InMemoryStore();
        watching.theStore = other;
        watching.theNotifications = new RecordedNotifications(other);
        watching.passSeconds(5);

        assertEquals(List.of(4.0), other.memory("counter").row(NumberAdapter.Row.NUMBERS));
    }

    @Test
    void aSwappedAdapterGoesOnWhereTheOldOneWas() throws Exception {
        NumberAdapter old = new NumberAdapter();
        Watching watching = with(old);
        watching.file("a.num", 1, Duration.ofSeconds(9));
        watching.passSeconds(2);

        watching.slot.take(old, watching.steady.instant());
        watching.file("b.num", 2, Duration.ofSeconds(8));
        watching.passSeconds(5);
        assertEquals(List.of(1), watching.numbers());
        watching.slot.put(new NumberAdapter());
        watching.passSeconds(1);

        assertEquals(List.of(1, 2), watching.numbers());
        assertEquals(List.of(1, 2), watching.remembered());
    }

    @Test
    void anAdapterThatFailsBecauseItIsTakenAwayDoesNotCostTheFile() throws Exception {
        List<Watching> watched = new ArrayList<>();
        NumberAdapter leaving = new NumberAdapter() {
            @Override
            public Observation observe(SeekableByteChannel file, Memory memory) {
                Watching watching = watched.get(0);
                watching.slot.take(this, watching.steady.instant());
                throw new IllegalStateException("its bundle is gone");
            }
        };
        Watching watching = with(leaving);
        watched.add(watching);
        watching.file("a.num", 1);
        watching.passSeconds(2);
        assertEquals(List.of(), watching.recorded.observations());

        watching.slot.put(new NumberAdapter());
        watching.passSeconds(2);

        assertEquals(List.of(1), watching.numbers());
    }

    @Test
    void anAdapterThatThrowsCostsTheFileASignalAndNotTheOthers() throws Exception {
        Watching watching = with(new Failing(2, new IllegalStateException("told to fail")));
        threeFiles(watching);

        watching.passSeconds(30);

        List<Observation> recorded = watching.recorded.observations();
        assertEquals(3, recorded.size());
        assertEquals(FolderRefusal.ADAPTER_FAILED, recorded.get(1).reading().reason());
        assertEquals(List.of("ADAPTER_FAILED"), codes(recorded.get(1)));
        assertEquals(List.of(1, 3), watching.remembered());
    }

    @Test
    void aFileThatCannotBeReadIsTriedAgainAfterTheOthersAndPeopleHearOfIt() throws Exception {
        Failing adapter = new Failing(1, new IOException("told to fail"));
        Watching watching = with(adapter);
        threeFiles(watching);
        watching.passSeconds(60);
        assertEquals(List.of(2, 3), watching.numbers());
        assertTrue(watching.recorded.conditions().contains("+FILE_UNREADABLE"));

        adapter.failures = 0;
        watching.passSeconds(120);

        assertEquals(List.of(2, 3, 1), watching.numbers());
        List<String> told = watching.recorded.conditions();
        assertTrue(told.lastIndexOf("-FILE_UNREADABLE") > told.indexOf("+FILE_UNREADABLE"));
    }

    @Test
    void anObservationThatIsRefusedForItselfDoesNotBlockTheOthers() throws Exception {
        Watching watching = with(new NumberAdapter());
        watching.recorded.refuse(observation -> NumberAdapter.last(observation) == 1);
        threeFiles(watching);
        watching.passSeconds(60);
        assertEquals(List.of(2, 3), watching.numbers());
        assertTrue(watching.recorded.conditions().contains("+FILE_UNREADABLE"));

        watching.recorded.refuse(observation -> false);
        watching.passSeconds(120);

        assertEquals(List.of(2, 3, 1), watching.numbers());
    }

    @Test
    void aFileAboveTheLimitIsRefusedUnread() throws Exception {
        Watching watching = with(new NumberAdapter());
        Files.write(folder.resolve("a.num"), new byte[(1 << 20) + 1]);
        watching.passSeconds(2);

        Observation recorded = watching.recorded.observations().get(0);
        assertEquals(FolderRefusal.TOO_LARGE, recorded.reading().reason());
        assertEquals(List.of("FILE_TOO_LARGE"), codes(recorded));
    }

    @Test
    void conditionsAreToldAgainUntilTheyAreStored() throws Exception {
        Watching watching = Watching.of(folder);
        watching.store.fail(true);
        watching.passSeconds(10);
        assertFalse(watching.recorded.conditions().contains("-FOLDER_GONE"));

        watching.store.fail(false);
        watching.passSeconds(60);

        assertEquals(List.of("-FILE_UNREADABLE", "-FOLDER_GONE", "-FOLDER_TOO_FULL"), watching.recorded.conditions());
    }
}
