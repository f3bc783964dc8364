package org.benchconnect.upgrade.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalFileTest {
    private static final Path HOME = Path.of("/home-of-a-test").toAbsolutePath();
    private static final Path FILE = HOME.resolve("journal");

    private final FaultyStorage storage = new FaultyStorage(HOME);
    private final List<Step> acknowledged = new ArrayList<>();

    private static JournalFile journal(Storage storage) {
        return new JournalFile(storage, HOME, Clock.fixed(Steps.AT, ZoneOffset.UTC));
    }

    private static List<Step> steps(Storage storage) {
        return journal(storage).entries().stream().map(Entry::step).toList();
    }

    private void write(JournalFile journal, Step step) throws IOException {
        journal.write(step);
        acknowledged.add(step);
    }

    @Test
    void whatWasWrittenIsReadByTheNext() throws Exception {
        JournalFile journal = journal(storage);
        for (Step step : Steps.all()) {
            journal.write(step);
        }

        assertEquals(Steps.all(), steps(storage));
        assertEquals(2, journal(storage).records().size());
    }

    @Test
    void aLossOfPowerLosesNoLineThatWasAcknowledged() throws Exception {
        storage.tears(Integer.MAX_VALUE);
        PowerLoss<List<Step>> loss = PowerLoss.on(storage, Loss.OF_POWER, () -> List.copyOf(acknowledged));
        JournalFile journal = journal(storage);
        for (Step step : Steps.all()) {
            write(journal, step);
        }

        PowerLoss.Counts counts = loss.check((left, known) -> {
            FaultyStorage again = left.storage();
            List<Step> found = steps(again);
            assertEquals(known, found.subList(0, known.size()));
            assertTrue(found.size() <= known.size() + 1);
            journal(again).write(new Step.Healthy(9));
            assertEquals(new Step.Healthy(9), steps(again).get(found.size()));
            assertEquals(List.of("journal"), again.names(HOME));
        });

        assertTrue(counts.states() > 1000, counts.toString());
    }

    @Test
    void aTornTailIsCutAndWritingGoesOn() throws Exception {
        journal(storage).write(new Step.Healthy(1));
        storage.append(FILE, "deadbeef 2027-03-01T08:0".getBytes(StandardCharsets.US_ASCII));

        JournalFile next = journal(storage);
        next.write(new Step.Healthy(2));

        assertEquals(List.of(new Step.Healthy(1), new Step.Healthy(2)), steps(storage));
    }

    @Test
    void aWrongLineInTheMiddleEndsReadingThereAndTheFileIsKeptAside() throws Exception {
        journal(storage).write(new Step.Healthy(1));
        storage.append(FILE, "deadbeef nonsense\n".getBytes(StandardCharsets.US_ASCII));
        storage.append(
                FILE,
                (JournalLine.of(new Entry(Steps.AT, new Step.Healthy(3))) + "\n").getBytes(StandardCharsets.US_ASCII));
        byte[] damaged = storage.read(FILE, 10_000).orElseThrow();

        journal(storage).write(new Step.Healthy(2));

        assertEquals(List.of(new Step.Healthy(1), new Step.Healthy(2)), steps(storage));
        assertEquals(
                new String(damaged, StandardCharsets.US_ASCII),
                new String(
                        storage.read(HOME.resolve("journal.refused-1"), 10_000).orElseThrow(),
                        StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SPACE", "SHORT_WRITE", "WRITE_ERROR", "FORCE_ERROR", "READ_ONLY"})
    void aDiskThatFailsForAWhileLosesNoLineThatItAcknowledgedLater(Fault fault) throws Exception {
        for (int operation = 1; operation <= 6; operation++) {
            FaultyStorage disk = new FaultyStorage(HOME);
            JournalFile journal = journal(disk);
            journal.write(new Step.Healthy(1));
            disk.failFrom(operation, 1, fault);
            List<Step> told = new ArrayList<>(List.of(new Step.Healthy(1)));
            for (int i = 2; i <= 5; i++) {
                try {
                    journal.write(new Step.Healthy(i));
                    told.add(new Step.Healthy(i));
                } catch (IOException e) {
                    assertTrue(told.size() >= 1);
                }
            }
            PowerLoss<Boolean> loss = PowerLoss.on(disk, Loss.OF_POWER, () -> true);

            loss.check((left, known) -> assertTrue(
                    steps(left.storage()).containsAll(told), () -> steps(left.storage()) + " without one of " + told));
        }
    }

    @Test
    void aFullDiskIsSaid() {
        storage.failFrom(1, Fault.NO_SPACE);

        assertThrows(IOException.class, () -> journal(storage).write(new Step.Healthy(1)));
    }

    @Test
    void itsSizeIsBoundedAndWhatIsNeededStays() throws Exception {
        storage.create(FILE, years());
        JournalFile journal = journal(storage);
        long longest = 0;
        for (int i = 1700; i <= 1900; i++) {
            journal.write(Steps.switched(i + 1, i, Optional.of("12".repeat(32))));
            journal.write(new Step.Committed(i + 1));
            longest = Math.max(longest, storage.length(FILE));
        }

        assertTrue(longest > 1000 * 1024 && longest <= 1024 * 1024, "as long as may be: " + longest);
        assertTrue(storage.length(FILE) < longest, "nothing went");
        JournalFile next = journal(storage);
        assertEquals(1901, next.records().get(0).generation());
        assertTrue(next.notOffered().contains(Steps.PLAN));
        assertEquals(next.entries(), journal.entries());
    }

    /** A plan that was refused and so many upgrades that the journal is nearly as long as it may be, at once: line by line takes seconds. */
    private static byte[] years() {
        List<Step> steps = new ArrayList<>(List.of(new Step.Refused(Steps.PLAN, "PERSON")));
        for (int i = 1; i < 1700; i++) {
            steps.add(Steps.switched(i + 1, i, Optional.of("12".repeat(32))));
            steps.add(new Step.Committed(i + 1));
        }
        return steps.stream()
                .map(step -> JournalLine.of(new Entry(Steps.AT, step)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
