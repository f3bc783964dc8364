package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aFinishedFileIsRecordedWithinTheTimeThatTheDemoPromises() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        watching.pass(Duration.ofMillis(1));
        watching.file("a.num", 1);

        watching.pass(Duration.ofMillis(800));

        assertEquals(List.of(1), watching.numbers());
        assertEquals("Counter 1", watching.watch.state().model());
        assertEquals("T1", String.valueOf(watching.watch.state().serial()));
    }

    @Test
    void aHalfWrittenFileIsReadOnlyWhenItIsWhole() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        Path file = watching.file("a.num", 1);
        for (int piece = 0; piece < 5; piece++) {
            watching.pass(Duration.ofMillis(400));
            Files.writeString(file, "2", StandardOpenOption.APPEND);
        }
        assertEquals(List.of(), watching.numbers());
        assertEquals(Activity.ACQUIRING, watching.activity());

        watching.passSeconds(1);

        assertEquals(List.of(122222), watching.numbers());
    }

    @Test
    void whatIsWrittenToWhileItIsReadIsReadAgainWhenItIsWhole() throws Exception {
        Path file = folder.resolve("a.num");
        NumberAdapter slow = new NumberAdapter() {
            private boolean once;

            @Override
            public Observation observe(SeekableByteChannel channel, Memory memory) throws IOException {
                Observation observation = super.observe(channel, memory);
                if (!once) {
                    once = true;
                    Files.writeString(file, "2", StandardOpenOption.APPEND);
                }
                return observation;
            }
        };
        Watching watching = new Watching(folder, new InMemoryStore(), slow).passSeconds(1);
        watching.file("a.num", 1);

        watching.passSeconds(3);

        assertEquals(List.of(12), watching.numbers());
        assertEquals(List.of(12), watching.remembered());
    }

    @Test
    void aBurstOfFilesIsReadInOrder() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        for (int number = 0; number < 500; number++) {
            watching.file("f" + (999 - number) + ".num", number, Duration.ofSeconds(500 - number));
        }

        watching.passSeconds(3);

        List<Integer> all = IntStream.range(0, 500).boxed().toList();
        assertEquals(all, watching.numbers());
        assertEquals(all, watching.remembered());
    }

    @Test
    void manyObservationsAreUnderWayAtOnceSoThatTheStoreCanCommitThemTogether() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        for (int number = 0; number < 200; number++) {
            watching.file("f" + number + ".num", number, Duration.ofSeconds(500 - number));
        }
        watching.store.hold();

        watching.passSeconds(2);
        int together = watching.store.commit();
        watching.passSeconds(2);

        assertEquals(Recorder.MOST_UNDER_WAY, together);
        assertEquals(IntStream.range(0, 200).boxed().toList(), watching.remembered());
    }

    @Test
    void aRestartNeitherRepeatsNorMisses() throws Exception {
        Watching before = Watching.of(folder).passSeconds(1);
        before.file("a.num", 1, Duration.ofMinutes(3));
        before.file("b.num", 2, Duration.ofMinutes(2));
        before.passSeconds(2);
        before.file("c.num", 3, Duration.ofMinutes(1));

        Watching after = before.again().passSeconds(2);

        assertEquals(List.of(3), after.numbers());
        assertEquals(List.of(1, 2, 3), after.remembered());
    }

    @Test
    void afterARestartTheNewestFileTellsWhichInstrumentItIs() throws Exception {
        Watching before = Watching.of(folder).passSeconds(1);
        before.file("a.num", 1, Duration.ofMinutes(3));
        before.passSeconds(2);

        Watching after = before.again().passSeconds(2);

        assertEquals("Counter 1", after.watch.state().model());
        assertNull(after.watch.state().lastFile());
        assertEquals(List.of(), after.numbers());
    }

    @Test
    void theFirstLookEverLeavesOldFilesAloneAndTheSecondDoesNot() throws Exception {
        Watching first = Watching.of(folder);
        first.file("old.num", 1, Duration.ofDays(300));
        first.file("young.num", 2, Duration.ofHours(3));
        first.passSeconds(2);
        assertEquals(List.of(2), first.numbers());
        first.file("late.num", 3, Duration.ofDays(200));

        Watching second = first.again().passSeconds(2);

        assertEquals(List.of(3), second.numbers());
    }

    @Test
    void theFirstLookIsEachFoldersOwn(@TempDir Path other) throws Exception {
        Watching first = Watching.of(folder).passSeconds(2);
        Watching second = new Watching(other, first.store, new NumberAdapter());
        second.file("old.num", 1, Duration.ofDays(300));
        second.file("young.num", 2);

        second.passSeconds(2);

        assertEquals(List.of(2), second.numbers());
    }

    @Test
    void aFileThatIsTakenAwayAndPutBackIsNotReadAgain(@TempDir Path elsewhere) throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        Path file = watching.file("a.num", 1, Duration.ofSeconds(5));
        watching.passSeconds(2);
        Files.move(file, elsewhere.resolve("a.num"));
        watching.passSeconds(2);

        Files.move(elsewhere.resolve("a.num"), file);
        watching.passSeconds(2);
        watching.file("b.num", 2);
        watching.passSeconds(2);

        assertEquals(List.of(1, 2), watching.numbers());
        assertEquals(List.of(1, 2), watching.remembered());
    }

    @Test
    void aFileWrittenAgainUnderItsNameIsReadAgain() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        watching.file("a.num", 1);
        watching.passSeconds(2);

        watching.file("a.num", 2);
        watching.passSeconds(2);

        assertEquals(List.of(1, 2), watching.numbers());
    }

    @Test
    void linksFoldersAndOtherNamesAreNotRead(@TempDir Path elsewhere) throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        Path target = Files.writeString(elsewhere.resolve("t"), "7");
        try {
            Files.createSymbolicLink(folder.resolve("link.num"), target);
        } catch (IOException | UnsupportedOperationException noLinks) {
            assumeTrue(false, "this system does not let the test make symbolic links");
        }
        Files.createDirectory(folder.resolve("folder.num"));
        watching.file("other.txt", 8);
        watching.file("a.num", 1);

        watching.passSeconds(3);

        assertEquals(List.of(1), watching.numbers());
    }

    @Test
    void aFolderThatGoesAndComesBackLosesAndRepeatsNothing(@TempDir Path parent) throws Exception {
        Path there = Files.createDirectory(parent.resolve("there"));
        Watching watching = Watching.of(there).passSeconds(1);
        watching.file("a.num", 1);
        watching.passSeconds(2);

        Files.move(there, parent.resolve("away"));
        watching.passSeconds(4);
        assertFalse(watching.watch.state().watching());
        assertEquals(Activity.UNKNOWN, watching.activity());
        assertFalse(watching.recorded.conditions().contains("+FOLDER_GONE"), "a hiccup is worth no notice");
        watching.passSeconds(1200);
        assertTrue(watching.recorded.conditions().contains("+FOLDER_GONE"));

        Files.move(parent.resolve("away"), there);
        watching.file("b.num", 2);
        watching.passSeconds(1200);

        assertTrue(watching.watch.state().watching());
        assertEquals(List.of(1, 2), watching.numbers());
        List<String> told = watching.recorded.conditions();
        assertEquals(1, told.stream().filter("+FOLDER_GONE"::equals).count());
        assertTrue(told.lastIndexOf("-FOLDER_GONE") > told.indexOf("+FOLDER_GONE"));
    }

    @Test
    void marksOfDeletedFilesAreForgottenButNotWhenTheFolderIsEmpty() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        Path first = watching.file("a.num", 1);
        Path second = watching.file("b.num", 2);
        watching.passSeconds(2);
        Files.delete(first);
        watching.passSeconds(11 * 60);
        assertEquals(2, watching.store.read("counter").size(), "missing once is not gone");
        watching.passSeconds(11 * 60);
        assertEquals(1, watching.store.read("counter").size());

        Files.delete(second);
        watching.passSeconds(3600);

        assertEquals(1, watching.store.read("counter").size());
    }

    @Test
    void activityIsKnownOnlyAfterEnoughWasSeen() throws Exception {
        Watching watching = Watching.of(folder);
        assertEquals(Activity.UNKNOWN, watching.activity());
        watching.file("a.num", 1, Duration.ofMinutes(5));
        watching.passSeconds(1);
        assertEquals(Activity.ACQUIRING, watching.activity());
        watching.passSeconds(6 * 60);
        assertEquals(Activity.UNKNOWN, watching.activity());
        watching.passSeconds(20 * 60);
        assertEquals(Activity.IDLE, watching.activity());

        watching.file("b.num", 2, Duration.ofHours(5));
        watching.passSeconds(1);
        assertEquals(
                Activity.ACQUIRING, watching.activity(), "what appears now was written now, whatever its time says");
    }

    @Test
    void settingThePcsClockDoesNotMakeAnInstrumentIdle() throws Exception {
        Watching watching = Watching.of(folder).passSeconds(1);
        watching.file("a.num", 1);
        watching.passSeconds(60);

        watching.wall.step(Duration.ofDays(2));
        watching.passSeconds(60);

        assertEquals(Activity.ACQUIRING, watching.activity());
        assertEquals(Instant.EPOCH.plusSeconds(121), watching.steady.instant());
    }
}
