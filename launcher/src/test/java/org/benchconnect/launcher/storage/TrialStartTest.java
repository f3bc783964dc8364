package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.launcher.storage.TrialStart.Outcome;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generation 2 is on trial, 1 is the way back. */
class TrialStartTest {
    private static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    private static final Path GENERATIONS = HOME.resolve("generations");
    private static final Path CURRENT = GENERATIONS.resolve("current");
    private static final Path BEFORE = GENERATIONS.resolve("current.before");
    private static final Path STARTS = GENERATIONS.resolve("starts");

    private static FaultyStorage committed(String generation) throws IOException {
        FaultyStorage storage = new FaultyStorage(HOME);
        DurableFiles files = new DurableFiles(storage);
        files.makeFolder(GENERATIONS.resolve("1"));
        files.write(GENERATIONS.resolve("1/SHA256SUMS"), "a list");
        files.write(CURRENT, generation);
        return storage;
    }

    private static FaultyStorage onTrial() throws IOException {
        FaultyStorage storage = committed("1\n");
        begin(storage);
        return storage;
    }

    /** As the upgrade utility begins a trial. */
    private static void begin(Storage storage) throws IOException {
        DurableFiles files = new DurableFiles(storage);
        files.write(BEFORE, "1\n");
        files.delete(STARTS);
        files.write(CURRENT, "2\n");
    }

    private static String current(Storage storage) throws IOException {
        return new String(storage.read(CURRENT, 64).orElseThrow(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsCommittedIsNotCounted() throws Exception {
        FaultyStorage storage = committed("1\n");

        assertEquals(Outcome.COMMITTED, new TrialStart(storage, HOME).count());

        assertEquals(List.of("1", "current"), storage.names(GENERATIONS));
    }

    @Test
    void twoStartsAreTriedAndTheThirdGoesBack() throws Exception {
        FaultyStorage storage = onTrial();

        assertEquals(Outcome.ON_TRIAL, new TrialStart(storage, HOME).count());
        assertEquals(Outcome.ON_TRIAL, new TrialStart(storage, HOME).count());
        assertEquals("2\n", current(storage));
        assertEquals(Outcome.WENT_BACK, new TrialStart(storage, HOME).count());

        assertEquals("1\n", current(storage));
        assertEquals(List.of("1", "current"), storage.names(GENERATIONS));
        assertEquals(Outcome.COMMITTED, new TrialStart(storage, HOME).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999", "1 1", "2"})
    void startsThatCannotBeReadOrAreTooManyGoBack(String starts) throws Exception {
        FaultyStorage storage = onTrial();
        storage.create(STARTS, starts.getBytes(StandardCharsets.US_ASCII));

        assertEquals(Outcome.WENT_BACK, new TrialStart(storage, HOME).count());

        assertEquals("1\n", current(storage));
    }

    @Test
    void startsLeftFromATrialBeforeAreForgotten() throws Exception {
        FaultyStorage storage = committed("1\n");
        new DurableFiles(storage).write(STARTS, "2\n");

        new TrialStart(storage, HOME).count();

        assertEquals(List.of("1", "current"), storage.names(GENERATIONS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_SPACE", "SHORT_WRITE"})
    void aFullDiskGoesBackAtOnce(Fault fault) throws Exception {
        FaultyStorage storage = onTrial();
        storage.failFrom(0, fault);

        assertEquals(Outcome.WENT_BACK, new TrialStart(storage, HOME).count());

        assertEquals("1\n", current(storage));
    }

    @Test
    void aDiskThatTakesNothingSaysSoAndThePointerStays() throws Exception {
        FaultyStorage storage = onTrial();
        storage.failFrom(0, Fault.READ_ONLY);

        assertThrows(IOException.class, () -> new TrialStart(storage, HOME).count());

        storage.heal();
        assertEquals("2\n", current(storage));
        assertTrue(new TrialStart(storage, HOME).isOnTrial());
    }

    @Test
    void withoutAWayBackThereIsNoneToGo() throws Exception {
        FaultyStorage storage = committed("1\n");

        assertThrows(IOException.class, () -> new TrialStart(storage, HOME).goBack());

        assertEquals("1\n", current(storage));
    }

    @Test
    void aWayBackToWhatIsCurrentIsNoTrial() throws Exception {
        FaultyStorage storage = committed("1\n");
        new DurableFiles(storage).write(BEFORE, "1\n");

        assertEquals(Outcome.COMMITTED, new TrialStart(storage, HOME).count());
        assertFalse(new TrialStart(storage, HOME).isOnTrial());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "7", "0", "1 1"})
    void aWayBackToNoGenerationIsNotTaken(String before) throws Exception {
        FaultyStorage storage = onTrial();
        storage.create(BEFORE, before.getBytes(StandardCharsets.US_ASCII));

        assertThrows(IOException.class, () -> new TrialStart(storage, HOME).goBack());

        assertEquals("2\n", current(storage));
    }

    /** A whole trial that is never committed: its beginning, its starts, its end. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void wheneverPowerIsLostThePointerNamesAGenerationAndTheStartsComeToAnEnd(Loss loss) throws Exception {
        FaultyStorage storage = committed("1\n");
        AtomicReference<Integer> counted = new AtomicReference<>(0);
        PowerLoss<Integer> all = PowerLoss.on(storage, loss, counted::get);

        begin(storage);
        for (int start = 1; start <= TrialStart.MOST + 1; start++) {
            new TrialStart(storage, HOME).count();
            counted.set(start);
        }

        PowerLoss.Counts counts = all.check(TrialStartTest::assertComesToAnEnd);
        assertTrue(counts.states() > 10, counts::toString);
    }

    private static void assertComesToAnEnd(DiskState left, int counted) throws IOException {
        FaultyStorage storage = left.storage();
        assertTrue(List.of("1\n", "2\n").contains(current(storage)), "no generation");
        int tried = 0;
        while (new TrialStart(storage, HOME).count() == Outcome.ON_TRIAL) {
            tried++;
        }
        assertTrue(tried + Math.min(counted, TrialStart.MOST) <= TrialStart.MOST, tried + " more than counted");
        assertEquals("1\n", current(storage));
        assertFalse(new TrialStart(storage, HOME).isOnTrial());
    }
}
